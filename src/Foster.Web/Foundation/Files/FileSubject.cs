using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Files;

/// <summary>What somebody may do with a file.</summary>
/// <param name="Kind">What it shows, for the access log.</param>
public sealed record FileRights(bool MaySee, bool MayRemove, AccessKind Kind)
{
    public static readonly FileRights None = new(false, false, AccessKind.Confidential);
}

/// <summary>
/// What files are added to, such as a document that was asked for. The feature says who may see and who may take away;
/// who is not named here sees nothing.
/// </summary>
public interface IFileSubject
{
    /// <summary>A stable key, such as document.</summary>
    string Kind { get; }

    Task<FileRights> RightsAsync(StoredFile file, Actor actor, CancellationToken ct);
}

/// <summary>A file with what its reader may do with it.</summary>
public sealed record FoundFile(StoredFile File, FileRights Rights);

/// <summary>Finds files for whoever is entitled; for all others they are not there.</summary>
public sealed class FileShelf(FosterDb db, FileStore store, IEnumerable<IFileSubject> subjects)
{
    public async Task<FoundFile?> FindAsync(Guid fileId, Actor actor, CancellationToken ct)
    {
        var file = await db.Set<StoredFile>()
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == fileId, ct);
        if (file is null)
            return null;
        var subject = subjects.Single(s => s.Kind == file.SubjectKind);
        var rights = await subject.RightsAsync(file, actor, ct);
        return rights.MaySee ? new FoundFile(file, rights) : null;
    }

    /// <summary>The content of a file that is clean; null for any other.</summary>
    public async Task<byte[]?> OpenAsync(StoredFile file, CancellationToken ct) =>
        file.State == FileState.Clean ? await store.OpenAsync(file, ct) : null;
}
