using Foster.TestKit;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Files;

/// <summary>
/// Row 11: a file that the scanner cannot judge is looked at by nobody, keeps no other file waiting, and is not kept for
/// good: whoever sent it is asked for another.
/// </summary>
public abstract class UnjudgedFileTests(FosterHost host)
{
    private ClamdStandIn Clamd => ((IScanned)host).Clamd;

    [Fact]
    public async Task One_file_that_the_scanner_cannot_judge_keeps_no_other_in_quarantine()
    {
        var (stage, large) = await LargeAsync();
        var small = await stage.DocumentAsync("identity", 1);
        await stage.GiveAsync(1, small.Id, SampleFiles.Pdf());

        await RoundAsync();

        Assert.Equal(FileState.Clean, (await stage.FilesAsync(small.Id))[0].State);
        var file = Assert.Single(await stage.FilesAsync(large.Id));
        Assert.Equal((FileState.Quarantined, 1), (file.State, file.Tries));
        using var visitor = host.Visitor();
        Assert.Equal("ready", (await visitor.GetAsync("/health/ready")).Body);
        // It is asked again later, and not in every round.
        var asked = Clamd.Streams.Count;
        await RoundAsync();
        Assert.Equal(1, (await stage.FilesAsync(large.Id))[0].Tries);
        Assert.Equal(asked, Clamd.Streams.Count);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Clamd.Manner = ClamdManner.Answers;
        await RoundAsync();
        Assert.Equal(FileState.Clean, (await stage.FilesAsync(large.Id))[0].State);
    }

    [Fact]
    public async Task While_the_scanner_is_away_no_try_is_counted()
    {
        var (stage, large) = await LargeAsync();
        Clamd.GoAway();

        await RoundAsync();

        Assert.Equal(0, (await stage.FilesAsync(large.Id))[0].Tries);
    }

    [Fact]
    public async Task After_the_last_try_owner_and_staff_are_told_that_another_file_is_needed()
    {
        var (stage, large) = await LargeAsync();
        for (var tries = 1; tries < StoredFile.MostTries; tries++)
        {
            await RoundAsync();
            host.Clock.Advance(TimeSpan.FromHours(9));
        }
        var waiting = (await stage.FilesAsync(large.Id))[0];
        Assert.Equal(
            (FileState.Quarantined, StoredFile.MostTries - 1),
            (waiting.State, waiting.Tries)
        );

        await RoundAsync();

        var file = (await stage.FilesAsync(large.Id))[0];
        Assert.Equal((FileState.Unchecked, null), (file.State, file.ContentKey));
        Assert.Equal(0, await stage.PartsAsync(file.Id));
        Assert.Equal(DocumentState.Asked, (await stage.DocumentAsync("identity")).State);
        var (mails, told) = await stage.Stage.ReadAsync(
            async (_, db) =>
                (
                    await db.Set<OutboxMessage>()
                        .Where(m => m.CaseId == stage.Case && m.Kind.StartsWith("document."))
                        .Select(m => m.Kind)
                        .ToListAsync(),
                    await db.Set<HistoryEntry>()
                        .Where(h => h.CaseId == stage.Case && h.Kind == "document.file-unchecked")
                        .Select(h => h.IsTold)
                        .ToListAsync()
                )
        );
        Assert.Equal(["document.again"], mails);
        Assert.Equal([true], told);
        using var robin = await stage.ApplicantAsync(0);
        using var assessor = await stage.StaffAsync(Web.Foundation.Actors.Role.Assessor);
        foreach (
            var page in new[]
            {
                await robin.GetAsync(DocumentLinks.OwnOne(large.Id)),
                await assessor.GetAsync(DocumentLinks.One(large.Id)),
            }
        )
            Assert.Contains(
                "Could not be checked for viruses and was not kept. Another file is needed",
                page.Text,
                StringComparison.Ordinal
            );
        Assert.True((await robin.GetAsync(DocumentLinks.OwnOne(large.Id))).Has("input[type=file]"));
        // Nobody asks the scanner about it any more.
        host.Clock.Advance(TimeSpan.FromDays(1));
        Clamd.Manner = ClamdManner.Answers;
        await RoundAsync();
        Assert.Equal(FileState.Unchecked, (await stage.FilesAsync(large.Id))[0].State);
    }

    /// <summary>Somebody has given a file that is too large for the scanner.</summary>
    private async Task<(FilesStage Stage, Document Document)> LargeAsync()
    {
        Clamd.Manner = ClamdManner.FindsItTooLarge;
        Clamd.ComeBack();
        var stage = await new FilesStage(host).BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        var given = await stage.GiveAsync(
            0,
            identity.Id,
            SampleFiles.Pdf(new string('%', 3_000)),
            "large.pdf"
        );
        Assert.True(given.Ok, given.Reasons);
        return (stage, identity);
    }

    private Task RoundAsync() => host.Services.GetRequiredService<FileRounds>().RoundAsync(default);

    public sealed class OnSqlite(FilesSqliteHost host)
        : UnjudgedFileTests(host),
            IClassFixture<FilesSqliteHost>;

    public sealed class OnPostgres(FilesPostgresHost host)
        : UnjudgedFileTests(host),
            IClassFixture<FilesPostgresHost>;
}
