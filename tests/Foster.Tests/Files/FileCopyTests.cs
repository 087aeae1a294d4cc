using System.IO.Compression;
using Foster.TestKit;
using Foster.Web.Features.Documents;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Files;

/// <summary>
/// Row 25 and R-DP-09: files go with their case and are counted; a copy holds what the person gave, what others sent only
/// after a decision, and nothing of the partner.
/// </summary>
public abstract class FileCopyTests(FosterHost host)
{
    [Fact]
    public async Task A_copy_holds_own_files_and_no_file_of_others_and_the_case_takes_all_with_it()
    {
        var stage = await new FilesStage(host).BeginAsync();
        var mine = SampleFiles.Pdf("% mine");
        await stage.GivenAsync(0, (await stage.DocumentAsync("identity")).Id, mine);
        await stage.GivenAsync(1, (await stage.DocumentAsync("identity", 1)).Id, SampleFiles.Png);
        var medical = await stage.DocumentAsync("medical");
        var health = await stage.StaffAsync<GiveDocument>(
            Role.Assessor,
            async (o, a) =>
                await o.RunAsync(
                    new(
                        medical.Id,
                        new ChosenFile("report.pdf", SampleFiles.Pdf("% ill")),
                        "Their GP"
                    ),
                    a,
                    default
                )
        );
        Assert.True(health.Ok, health.Reasons);
        await host.Services.GetRequiredService<FileRounds>().RoundAsync(default);

        var items = await ItemsAsync(stage);
        Assert.Equal(
            [AccessItemKind.Confidential, AccessItemKind.Own, AccessItemKind.Others],
            [
                .. from i in items
                join f in await AllAsync(stage) on i.Id equals f.Id
                orderby f.Purpose descending, f.OriginalName, f.Type
                select i.Kind,
            ]
        );
        var own = items.Single(i => i.Table == "StoredFiles" && i.Kind == AccessItemKind.Own);
        Assert.DoesNotContain(own.Values, v => v.Value.Length > 60);
        Assert.Contains(own.Values, v => v.Value == "a.pdf");

        var bundle = await stage.Stage.ReadAsync(
            async (services, db) =>
            {
                var access = new SubjectAccess
                {
                    CouncilId = stage.Stage.Council,
                    CaseId = stage.Case,
                    PersonId = stage.Stage.Applicants[0],
                    ReceivedOn = host.Clock.Today,
                    Identity = "Came with a passport",
                    OpenedBy = "Somebody",
                };
                await services
                    .GetRequiredService<SubjectAccessActs>()
                    .OpenAsync(access, Role.TeamManager, default);
                await db.SaveChangesAsync();
                return await services
                    .GetRequiredService<SubjectAccessBundle>()
                    .MakeAsync(access, default);
            }
        );
        await using var zip = new ZipArchive(new MemoryStream(bundle.Content));
        var file = Assert.Single(
            zip.Entries,
            e => e.FullName.StartsWith("files/", StringComparison.Ordinal)
        );
        Assert.EndsWith("-identity-1.pdf", file.Name);
        await using var stream = await file.OpenAsync();
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        Assert.Equal(mine, read.ToArray());

        var gone = await stage.Stage.ReadAsync(
            (services, _) =>
                services.GetRequiredService<CaseErasure>().PreviewAsync(stage.Case, default)
        );
        Assert.Equal((3, 3), (gone["StoredFiles"], gone["FileParts"]));
        Assert.True(gone["Documents"] >= 8, $"{gone["Documents"]} documents");
    }

    private static Task<List<StoredFile>> AllAsync(FilesStage stage) =>
        stage.Stage.ReadAsync(
            (_, db) =>
                db.Set<StoredFile>().AsNoTracking().Where(f => f.CaseId == stage.Case).ToListAsync()
        );

    private static Task<IReadOnlyList<StoredRow>> ItemsAsync(FilesStage stage) =>
        stage.Stage.ReadAsync(
            (services, _) =>
                services
                    .GetRequiredService<StoredRows>()
                    .OfAsync(stage.Case, stage.Stage.Applicants[0], default)
        );

    public sealed class OnSqlite(FilesSqliteHost host)
        : FileCopyTests(host),
            IClassFixture<FilesSqliteHost>;

    public sealed class OnPostgres(FilesPostgresHost host)
        : FileCopyTests(host),
            IClassFixture<FilesPostgresHost>;
}
