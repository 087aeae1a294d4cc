using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Questions;

/// <summary>What somebody has asked, for the page that their own area opens on.</summary>
public sealed class QuestionOwnWork(QuestionReads reads) : IOwnWork
{
    public async Task<IReadOnlyList<OwnItem>> OfAsync(Actor actor, CancellationToken ct)
    {
        if (!QuestionMachine.Askers.Contains(actor.Role))
            return [];
        var waiting = await reads.OwnWaitingAsync(actor, ct);
        var items = waiting.Select(q => Of(q, actor.Role)).ToList();
        if (
            waiting.All(q => q.State != QuestionState.Open)
            && await reads.CaseOfAsync(actor, ct) is { ClosedOn: null }
        )
            items.Add(
                new OwnItem(
                    "Ask us a question",
                    QuestionLinks.New(actor.Role),
                    false,
                    null,
                    null,
                    null
                )
                {
                    IsOffer = true,
                }
            );
        return items;
    }

    private static OwnItem Of(QuestionLine q, Role role) =>
        new(
            q.State switch
            {
                QuestionState.Open =>
                    $"You asked on {BritishDate.Long(q.AskedOn)}: {QuestionWords.Topic(q.Topic).ToLowerInvariant()}",
                QuestionState.AskedBack => "Tell us what we asked about your question",
                _ => "Read our answer to your question",
            },
            QuestionLinks.OwnOne(role, q.Id),
            q.State == QuestionState.Open,
            London.DateOf(q.SinceAt),
            q.DueOn,
            q.Why
        )
        {
            By = q.State == QuestionState.Open ? "Answer due by" : "Please answer by",
        };
}
