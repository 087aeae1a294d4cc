using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

public sealed record RemoveFileInput(Guid FileId, string Reason);

/// <summary>Whoever added a file takes it away before it is accepted; after that, and of others, staff do, with a reason.</summary>
public sealed class RemoveFile(
    FosterDb db,
    DocumentActs acts,
    FileShelf shelf,
    FileIntake intake,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RemoveFileInput input, Actor actor, CancellationToken ct)
    {
        if (
            await shelf.FindAsync(input.FileId, actor, ct)
            is not { File.SubjectKind: Document.SubjectKind } found
        )
            return Result.Refused(DocumentActs.Nobody);
        var file = await db.Set<StoredFile>().SingleAsync(f => f.Id == input.FileId, ct);
        var document = await db.Set<Document>().SingleAsync(d => d.Id == file.SubjectId, ct);
        List<Refusal> against = [.. await acts.AgainstClosedAsync(document.CaseId, ct)];
        if (!found.Rights.MayRemove || !file.Counts)
            against.Add(
                new Refusal(
                    actor.Is(Role.ProspectiveCarer)
                        ? "This file cannot be removed here any more. Call your worker, who can do it."
                        : "This file is gone already.",
                    DocumentMachine.RuleId
                )
            );
        if (input.Reason.Trim().Length < 3)
            against.Add(new Refusal("Say why you remove it.", DocumentMachine.RuleId, "reason"));
        if (against.Count > 0)
            return Result.Refused(against);
        var from = document.State;
        await intake.RemoveAsync(file, input.Reason.Trim(), actor, ct);
        if (
            document.State == DocumentState.Given
            && !await db.Set<StoredFile>()
                .AnyAsync(
                    f =>
                        f.SubjectId == document.Id
                        && f.Id != file.Id
                        && (f.State == FileState.Quarantined || f.State == FileState.Clean),
                    ct
                )
        )
            document.TakeBack(actor);
        await history.WriteAsync(
            actor,
            document.CaseId,
            DocumentActs.Note(
                document,
                "document.file-removed",
                $"File removed: {document.About.Title}",
                file.ReceivedFrom is null ? $"A file was removed: {document.About.Title}" : null,
                input.Reason.Trim(),
                from
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
