using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>The scanner refused a file: that stays in the history, and the document is asked for again if it was the only one.</summary>
public sealed class OnFileChecked(FosterDb db, CaseHistory history) : IOn<FileChecked>
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
        await history.WriteAsync(
            actor,
            document.CaseId,
            DocumentActs.Note(
                document,
                "document.file-refused",
                $"File refused by the virus scanner and erased: {document.About.Title}",
                $"A file contained a virus and was not kept: {document.About.Title}",
                file.Finding,
                from
            ),
            ct
        );
    }
}
