using System.Security.Cryptography;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Files;

/// <summary>
/// Where contents lie: in the database, or in a folder where the settings name one. Either way each is sealed piece by
/// piece with a key of its own, for its file and its place in it. That key stands in an encrypted column, so changing the
/// vault's key seals it anew and the contents stay as they are.
/// </summary>
public sealed class FileStore(FosterDb db, FileFolder folder)
{
    private const int PartLength = 256 * 1024;

    /// <summary>Puts the content beside its row. The caller saves.</summary>
    public async Task PutAsync(StoredFile file, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var parts = (content.Length + PartLength - 1) / PartLength;
        file.Keep(
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(VaultKeys.Length)),
            parts,
            folder.IsUsed
        );
        var vault = VaultOf(file);
        var closed = new List<byte[]>(parts);
        for (var number = 0; number < parts; number++)
        {
            var begins = number * PartLength;
            var clear = content.Slice(begins, Math.Min(PartLength, content.Length - begins));
            closed.Add(vault.Seal(clear.Span, CellOf(file, number)));
        }
        if (file.InFolder)
            await folder.WriteAsync(file.Id, closed, ct);
        else
            db.AddRange(
                closed.Select(
                    (part, number) =>
                        new FilePart
                        {
                            CouncilId = file.CouncilId,
                            CaseId = file.CaseId,
                            FileId = file.Id,
                            Number = number,
                            Content = part,
                        }
                )
            );
    }

    /// <summary>The content as it was given; throws a <see cref="VaultException"/> where it is not that.</summary>
    public async Task<byte[]> OpenAsync(StoredFile file, CancellationToken ct)
    {
        var parts = file.InFolder
            ? await folder.ReadAsync(file.Id, ct)
            : await db.Set<FilePart>()
                .AsNoTracking()
                .Where(p => p.FileId == file.Id)
                .OrderBy(p => p.Number)
                .Select(p => p.Content)
                .ToListAsync(ct);
        if (file.ContentKey is null || parts.Count != file.Parts)
            throw Broken(file);
        var vault = VaultOf(file);
        var content = new byte[file.Size];
        var at = 0;
        for (var number = 0; number < parts.Count; number++)
        {
            var clear = vault.Open(parts[number], CellOf(file, number));
            if (clear.Length > content.Length - at)
                throw Broken(file);
            clear.CopyTo(content.AsSpan(at));
            at += clear.Length;
        }
        return
            at == content.Length
            && Convert.ToHexStringLower(SHA256.HashData(content)) == file.Digest
            ? content
            : throw Broken(file);
    }

    /// <summary>
    /// Takes the content away. Its key goes with the row, so what a folder still holds until the nightly sweep is noise.
    /// </summary>
    public Task DropAsync(StoredFile file, CancellationToken ct) =>
        db.WriteNowAsync(
            () => db.Set<FilePart>().Where(p => p.FileId == file.Id).ExecuteDeleteAsync(ct),
            ct
        );

    private static Vault VaultOf(StoredFile file) =>
        new(
            new VaultKeys(
                new VaultOptions { CurrentKey = "file", Keys = { ["file"] = file.ContentKey! } }
            )
        );

    /// <summary>Where a piece belongs, and how many there are, so that none can be left out.</summary>
    private static VaultCell CellOf(StoredFile file, int number) =>
        new("FileParts", nameof(FilePart.Content), $"{file.Id:N}/{number}/{file.Parts}");

    private static VaultException Broken(StoredFile file) =>
        new($"The content of file {file.Id} is not what was put there.");
}

/// <summary>The folder for contents, where the settings name one.</summary>
public sealed class FileFolder(IOptions<UploadOptions> options, IHostEnvironment environment)
{
    private const string Ending = ".part";

    public bool IsUsed => options.Value.Folder.Length > 0;

    private string Root => Path.GetFullPath(options.Value.Folder, environment.ContentRootPath);

    /// <summary>It has its name only when all of it is on the disk.</summary>
    public async Task WriteAsync(Guid id, IReadOnlyList<byte[]> parts, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unnamed = path + ".new";
        await using (var stream = new FileStream(unnamed, FileMode.Create, FileAccess.Write))
        {
            foreach (var part in parts)
            {
                await stream.WriteAsync(BitConverter.GetBytes(part.Length), ct);
                await stream.WriteAsync(part, ct);
            }
            stream.Flush(flushToDisk: true);
        }
        File.Move(unnamed, path, overwrite: true);
    }

    public async Task<List<byte[]>> ReadAsync(Guid id, CancellationToken ct)
    {
        var parts = new List<byte[]>();
        if (!File.Exists(PathOf(id)))
            return parts;
        var all = await File.ReadAllBytesAsync(PathOf(id), ct);
        for (var at = 0; all.Length - at >= sizeof(int); )
        {
            var length = BitConverter.ToInt32(all, at);
            at += sizeof(int);
            if (length < 0 || length > all.Length - at)
                break;
            parts.Add(all[at..(at + length)]);
            at += length;
        }
        return parts;
    }

    public void Delete(Guid id) => File.Delete(PathOf(id));

    /// <summary>What lies there since before an instant: later ones may belong to an act that is not saved yet.</summary>
    public IReadOnlyList<Guid> Before(DateTime utc) =>
        !IsUsed || !Directory.Exists(Root)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(Root, "*" + Ending, SearchOption.AllDirectories)
                    .Where(f => File.GetLastWriteTimeUtc(f) < utc)
                    .Select(f =>
                        Guid.TryParse(Path.GetFileNameWithoutExtension(f), out var id)
                            ? id
                            : Guid.Empty
                    )
                    .Where(id => id != Guid.Empty),
            ];

    private string PathOf(Guid id) =>
        Path.Combine(Root, id.ToString("N")[^2..], id.ToString("N") + Ending);
}
