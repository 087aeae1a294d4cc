using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <param name="Verb">Accept, NoteShown, SendBack or Drop.</param>
public sealed record DecideDocumentInput(Guid DocumentId, DocumentVerb Verb, string? Reason);

/// <summary>Staff accept a document, note that they saw it, ask for it again or say that it is not needed.</summary>
public sealed class DecideDocument(
    FosterDb db,
    DocumentActs acts,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(DecideDocumentInput input, Actor actor, CancellationToken ct)
    {
        if (
            !actor.Role.IsStaff()
            || await acts.FindAsync(input.DocumentId, actor, ct) is not { } document
        )
            return Result.Refused(DocumentActs.Nobody);
        var against = await acts.AgainstClosedAsync(document.CaseId, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var from = document.State;
        var decided = input.Verb switch
        {
            DocumentVerb.Accept => document.Accept(
                actor,
                clock.Today,
                await AgainstAcceptingAsync(document, ct)
            ),
            DocumentVerb.NoteShown => document.NoteShown(actor, clock.Today),
            DocumentVerb.SendBack => document.SendBack(actor, clock.Now, clock.Today, input.Reason),
            DocumentVerb.Drop => document.Drop(actor, clock.Today, input.Reason),
            _ => Result.Refused("Select what you want to do with it.", null, "choice"),
        };
        if (!decided.Ok)
            return decided;
        var title = document.About.Title;
        var (kind, words, told) = input.Verb switch
        {
            DocumentVerb.Accept => (
                "document.accepted",
                $"Accepted: {title}",
                $"We have what we need: {title}"
            ),
            DocumentVerb.NoteShown => (
                "document.shown",
                $"Shown, and no copy kept: {title}",
                $"You showed us: {title}"
            ),
            DocumentVerb.SendBack => (
                "document.sent-back",
                $"Sent back: {title}",
                $"We asked again for: {title}"
            ),
            _ => ("document.dropped", $"Not needed: {title}", (string?)null),
        };
        await history.WriteAsync(
            actor,
            document.CaseId,
            DocumentActs.Note(document, kind, words, told, document.Reason, from),
            ct
        );
        if (input.Verb == DocumentVerb.SendBack && document.About.Way == DocumentWay.Uploaded)
            await acts.TellAsync(document, again: true, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<IReadOnlyList<Refusal>> AgainstAcceptingAsync(
        Document document,
        CancellationToken ct
    ) =>
        await db.Set<StoredFile>()
            .AnyAsync(f => f.SubjectId == document.Id && f.State == FileState.Quarantined, ct)
            ?
            [
                new Refusal(
                    "A file is still being checked for viruses. Accept the document when that is done.",
                    DocumentMachine.RuleId,
                    "choice"
                ),
            ]
            : [];
}
