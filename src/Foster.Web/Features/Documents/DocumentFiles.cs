using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>Who may do what with a file of a document: those who work on it, and applicants with what they gave themselves.</summary>
public sealed class DocumentFiles(FosterDb db) : IFileSubject
{
    public string Kind => Document.SubjectKind;

    public async Task<FileRights> RightsAsync(StoredFile file, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<Document>()
                .AsNoTracking()
                .SingleOrDefaultAsync(d => d.Id == file.SubjectId, ct)
            is not { } document
        )
            return FileRights.None;
        if (!DocumentActs.MayOpen(document, actor))
            return FileRights.None;
        if (!actor.Is(Role.ProspectiveCarer))
            return new FileRights(true, true, document.About.Access);
        // What staff were given by others is read with them, and never here (R-SOD-11).
        return file.ReceivedFrom is null
            ? new FileRights(
                true,
                file.AddedById == actor.AccountId
                    && document.State is DocumentState.Given or DocumentState.SentBack,
                document.About.Access
            )
            : FileRights.None;
    }
}

/// <summary>The case of a document, for the access log.</summary>
public sealed class CaseOfDocument(FosterDb db) : ICaseOfRecord
{
    public string Parameter => "documentId";

    public Task<Guid?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<Document>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(d => d.Id == id)
            .Select(d => (Guid?)d.CaseId)
            .SingleOrDefaultAsync(ct);
}

/// <summary>The case of a file, for the access log.</summary>
public sealed class CaseOfStoredFile(FosterDb db) : ICaseOfRecord
{
    public string Parameter => "storedFileId";

    public Task<Guid?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<StoredFile>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(f => f.Id == id)
            .Select(f => (Guid?)f.CaseId)
            .SingleOrDefaultAsync(ct);
}
