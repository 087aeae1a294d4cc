using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Messages;

/// <summary>What a case page says of its messages: those that did not arrive, and where to read them all.</summary>
public sealed class MessagesSection(MessageReads reads) : ICaseSection
{
    private const int Shown = 5;

    public int Order => 80;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!actor.Is([.. MessageReads.Readers]))
            return null;
        var (failed, waiting, all) = await reads.SumAsync(caseId, actor, Shown, ct);
        return new CaseSection(
            "Messages",
            failed.Any(m => m.State == OutboxState.Refused) ? "Refused"
                : failed.Count > 0 ? "Not known"
                : waiting > 0 ? $"{waiting} waiting"
                : all > 0 ? "All sent"
                : "None yet",
            [
                .. failed.Select(m => new CaseFact(
                    m.State == OutboxState.Refused ? "Refused" : "Not known",
                    m.State == OutboxState.Refused
                        ? m.To.Length == 0
                            ? $"A text message could not be sent: {MessageWords.Kind(m.Kind)}"
                            : $"A message to {MessageWords.To(m)} was refused: {MessageWords.Kind(m.Kind)}"
                        : $"A message to {MessageWords.To(m)} may not have gone out: {MessageWords.Kind(m.Kind)}",
                    MessageLinks.One(caseId, m.Id)
                )),
            ],
            [new("Messages of this case", MessageLinks.Of(caseId), IsNext: failed.Count > 0)]
        );
    }
}
