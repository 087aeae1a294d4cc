using Foster.TestKit;
using Foster.Tests.Encryption;
using Foster.Tests.Retention;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Foster.Tests.Files;

/// <summary>Rows 11 and 23: contents lie encrypted, open nowhere but in their place, and stay readable when the key changes.</summary>
public abstract class FileStoreTests(FosterHost host)
{
    [Fact]
    public async Task A_content_comes_back_as_it_was_and_stands_readable_nowhere()
    {
        var (stage, file, content) = await LargeAsync();

        Assert.Equal(content, await stage.OpenAsync(file));
        Assert.Equal(FileState.Clean, file.State);
        Assert.Equal(3, file.Parts);
        Assert.Equal("application/pdf", file.Type);
        var stored = await Cells.ReadAsync(
            host,
            $"SELECT \"Content\" FROM \"FileParts\" WHERE {Of(file)}"
        );
        Assert.Equal(3, stored.Count);
        Assert.All(stored, s => Assert.False(Holds((byte[])s, "a line of words"u8)));
        var rows = await Cells.ReadAsync(
            host,
            $"SELECT \"OriginalName\" FROM \"StoredFiles\" WHERE {Of(file, "Id")}"
        );
        Assert.False(Holds((byte[])Assert.Single(rows), "a.pdf"u8));
    }

    [Fact]
    public async Task What_was_changed_swapped_left_out_or_put_elsewhere_does_not_open()
    {
        var (stage, file, _) = await LargeAsync();
        var other = await stage.GivenAsync(
            1,
            (await stage.DocumentAsync("identity", 1)).Id,
            SampleFiles.Pdf()
        );
        string[] tampers =
        [
            // One bit of it.
            $"UPDATE \"FileParts\" SET \"Content\" = (SELECT \"Content\" FROM \"FileParts\" WHERE {Of(file)} AND \"Number\" = 1) WHERE {Of(file)} AND \"Number\" = 0",
            $"UPDATE \"FileParts\" SET \"Content\" = (SELECT \"Content\" FROM \"FileParts\" WHERE {Of(other)} AND \"Number\" = 0) WHERE {Of(file)} AND \"Number\" = 0",
            $"DELETE FROM \"FileParts\" WHERE {Of(file)} AND \"Number\" = 2",
            $"UPDATE \"StoredFiles\" SET \"Size\" = \"Size\" - 1 WHERE {Of(file, "Id")}",
            $"UPDATE \"StoredFiles\" SET \"ContentKey\" = (SELECT \"ContentKey\" FROM \"StoredFiles\" WHERE {Of(other, "Id")}) WHERE {Of(file, "Id")}",
        ];
        foreach (var tamper in tampers)
        {
            var (own, mine, _) = await LargeAsync();
            Assert.Equal(
                1,
                await Cells.ExecuteAsync(
                    host,
                    tamper.Replace(IdOf(file), IdOf(mine), StringComparison.Ordinal)
                )
            );

            await Assert.ThrowsAsync<VaultException>(async () =>
                await own.OpenAsync(
                    await own.Stage.ReadAsync(
                        (_, db) =>
                            db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == mine.Id)
                    )
                )
            );
        }
    }

    [Fact]
    public async Task A_new_key_of_the_vault_reaches_the_files_and_the_former_one_can_go()
    {
        var (stage, file, content) = await LargeAsync();
        var next = new Vault(new VaultKeys(KeyOptions("next")));
        var before = await KeyAsync(file);
        Assert.Equal(TestVault.KeyId, before);

        await RotateAsync(next);

        Assert.Equal("next", await KeyAsync(file));
        Assert.Equal(content, await stage.OpenAsync(await ReadAsync(stage, file)));
        await RotateAsync(new Vault(new VaultKeys(KeyOptions(TestVault.KeyId))));
        Assert.Equal(content, await stage.OpenAsync(await ReadAsync(stage, file)));
    }

    [Fact]
    public async Task In_a_folder_a_content_is_noise_goes_with_its_row_and_the_sweep_takes_the_rest()
    {
        var (stage, file, content) = await LargeAsync();
        var path = Directory.CreateTempSubdirectory("foster-files-").FullName;
        var folder = new FileFolder(
            Options.Create(new UploadOptions { Folder = path }),
            host.Services.GetRequiredService<IHostEnvironment>()
        );
        var id = Guid.CreateVersion7();
        var moved = await stage.Stage.ReadAsync(
            async (services, db) =>
            {
                var store = new FileStore(db, folder);
                var copy = new StoredFile
                {
                    Id = id,
                    CouncilId = file.CouncilId,
                    CaseId = file.CaseId,
                    SubjectKind = file.SubjectKind,
                    SubjectId = file.SubjectId,
                    PersonId = file.PersonId,
                    Purpose = file.Purpose,
                    Number = 9,
                    OriginalName = file.OriginalName,
                    Type = file.Type,
                    Extension = file.Extension,
                    Size = content.Length,
                    Digest = file.Digest,
                    AddedById = file.AddedById,
                    AddedBy = file.AddedBy,
                    AddedAt = file.AddedAt,
                };
                db.Add(copy);
                await store.PutAsync(copy, content, default);
                await db.SaveChangesAsync();
                Assert.Equal(content, await store.OpenAsync(copy, default));
                return copy;
            }
        );
        Assert.Equal(0, await stage.PartsAsync(moved.Id));
        var lies = Assert.Single(Directory.GetFiles(path, "*", SearchOption.AllDirectories));
        Assert.False(Holds(await File.ReadAllBytesAsync(lies), "a line of words"u8));
        Assert.Empty(folder.Before(DateTime.UtcNow.AddHours(-1)));
        Assert.Equal([moved.Id], folder.Before(DateTime.UtcNow.AddHours(1)));

        // A piece too few, and another's file in its place.
        var whole = await File.ReadAllBytesAsync(lies);
        await File.WriteAllBytesAsync(lies, whole[..^1]);
        await FailsAsync();
        File.Delete(lies);
        await FailsAsync();
        await File.WriteAllBytesAsync(lies, whole);
        folder.Delete(moved.Id);
        Assert.Empty(Directory.GetFiles(path, "*", SearchOption.AllDirectories));
        Directory.Delete(path, true);

        Task FailsAsync() =>
            Assert.ThrowsAsync<VaultException>(() =>
                stage.Stage.ReadAsync(
                    (_, db) => new FileStore(db, folder).OpenAsync(moved, default)
                )
            );
    }

    private async Task<(FilesStage, StoredFile, byte[])> LargeAsync()
    {
        var stage = await new FilesStage(host).BeginAsync();
        var content = SampleFiles.Pdf(
            string.Concat(Enumerable.Repeat("% a line of words\n", 40_000))
        );
        var file = await stage.GivenAsync(0, (await stage.DocumentAsync("identity")).Id, content);
        return (stage, file, content);
    }

    private static Task<StoredFile> ReadAsync(FilesStage stage, StoredFile file) =>
        stage.Stage.ReadAsync(
            (_, db) => db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == file.Id)
        );

    private async Task<string?> KeyAsync(StoredFile file) =>
        Vault.KeyOf(
            (byte[])
                Assert.Single(
                    await Cells.ReadAsync(
                        host,
                        $"SELECT \"ContentKey\" FROM \"StoredFiles\" WHERE {Of(file, "Id")}"
                    )
                )
        );

    private static string IdOf(StoredFile file) => file.Id.ToString();

    private string Of(StoredFile file, string column = "FileId") =>
        host.Provider == TestProvider.Sqlite
            ? $"lower(\"{column}\") = '{IdOf(file)}'"
            : $"\"{column}\" = '{IdOf(file)}'";

    private Task<Rotation> RotateAsync(Vault vault) =>
        new KeyRotation(host.Services.GetRequiredService<IServiceScopeFactory>(), vault).RunAsync(
            default
        );

    private static VaultOptions KeyOptions(string current) =>
        new()
        {
            CurrentKey = current,
            Keys = new()
            {
                [TestVault.KeyId] = TestVault.Key,
                ["next"] = TwoKeys.Settings["Vault:Keys:next"],
            },
        };

    private static bool Holds(byte[] bytes, ReadOnlySpan<byte> words) =>
        bytes.AsSpan().IndexOf(words) >= 0;

    public sealed class OnSqlite(FilesSqliteHost host)
        : FileStoreTests(host),
            IClassFixture<FilesSqliteHost>;

    public sealed class OnPostgres(FilesPostgresHost host)
        : FileStoreTests(host),
            IClassFixture<FilesPostgresHost>;
}
