using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Documents;

/// <param name="ReceivedFrom">From whom staff have it; applicants say nothing.</param>
public sealed record GiveDocumentInput(
    Guid DocumentId,
    ChosenFile? File,
    string? ReceivedFrom = null
);

/// <summary>A file is added to a document that was asked for. It is in quarantine until the scanner has answered.</summary>
public sealed class GiveDocument(
    FosterDb db,
    DocumentActs acts,
    FileIntake intake,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result<StoredFile>> RunAsync(
        GiveDocumentInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.DocumentId, actor, ct) is not { } document)
            return Result<StoredFile>.Refused(DocumentActs.Nobody);
        var from = document.State;
        var staff = actor.Role.IsStaff();
        List<Refusal> guards =
        [
            .. await acts.AgainstClosedAsync(document.CaseId, ct),
            .. staff && string.IsNullOrWhiteSpace(input.ReceivedFrom)
                ? new[]
                {
                    new Refusal("Say from whom you have it.", DocumentMachine.RuleId, "from"),
                }
                : [],
        ];
        var given = document.Give(actor, clock.Today, guards);
        if (!given.Ok)
            return Result<StoredFile>.Refused(given.Refusals);
        var added = await intake.AddAsync(
            new FilePlace(
                document.CouncilId,
                document.CaseId,
                Document.SubjectKind,
                document.Id,
                document.Kind,
                document.PersonId,
                staff ? input.ReceivedFrom!.Trim() : null
            ),
            input.File,
            actor,
            "file",
            ct
        );
        if (!added.Ok)
            return added;
        await history.WriteAsync(
            actor,
            document.CaseId,
            DocumentActs.Note(
                document,
                "document.given",
                $"File added: {document.About.Title}",
                staff ? null : $"You gave us: {document.About.Title}",
                from: from
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return added;
    }
}
