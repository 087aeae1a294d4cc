using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>
/// The scanner refused a file or could never judge it: that stays in the history, and the document is asked for again if
/// it was the only one. Whoever sent what could not be judged has long left the page, so they are written to.
/// </summary>
public sealed class OnFileChecked(FosterDb db, CaseHistory history, DocumentActs acts)
    : IOn<FileChecked>
{
    public async Task HandleAsync(FileChecked happened, Actor actor, CancellationToken ct)
    {
        var file = happened.File;
        if (happened.IsClean || file.SubjectKind != Document.SubjectKind)
            return;
        var document = await db.Set<Document>().SingleAsync(d => d.Id == file.SubjectId, ct);
        var from = document.State;
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
        var title = document.About.Title;
        var inVain = file.State == FileState.Unchecked;
        await history.WriteAsync(
            actor,
            document.CaseId,
            inVain
                ? DocumentActs.Note(
                    document,
                    "document.file-unchecked",
                    $"File could not be checked for viruses and was erased; another is needed: {title}",
                    file.ReceivedFrom is null
                        ? $"We could not check a file for viruses. Please send another: {title}"
                        : null,
                    null,
                    from
                )
                : DocumentActs.Note(
                    document,
                    "document.file-refused",
                    $"File refused by the virus scanner and erased: {title}",
                    $"A file contained a virus and was not kept: {title}",
                    file.Finding,
                    from
                ),
            ct
        );
        if (
            inVain
            && file.ReceivedFrom is null
            && (await acts.AgainstClosedAsync(document.CaseId, ct)).Count == 0
        )
            await acts.TellAsync(document, again: true, ct);
    }
}
