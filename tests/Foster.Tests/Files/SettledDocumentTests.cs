using Foster.TestKit;
using Foster.Tests.Assessment;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Files;

/// <summary>R-DOC-01: what was asked for is waited for no more once its check is in or the application is over.</summary>
public abstract class SettledDocumentTests(FosterHost host)
{
    [Fact]
    public async Task When_a_check_is_in_what_has_not_come_for_it_is_not_needed_any_more()
    {
        var files = await new FilesStage(host).BeginAsync();
        var stage = files.Stage;
        var given = await files.DocumentAsync("address");
        var sent = await files.GiveAsync(0, given.Id, SampleFiles.Pdf());
        Assert.True(sent.Ok, sent.Reasons);
        var identity = (await stage.ChecksAsync()).Single(c =>
            c.Kind == "CHK-01" && c.PersonId == stage.Applicants[0]
        );

        Assert.True((await stage.Record(identity)).Ok);

        Assert.Equal(DocumentState.NotNeeded, (await files.DocumentAsync("identity")).State);
        Assert.Equal("Foster", (await files.DocumentAsync("identity")).DecidedBy);
        // What lies here is looked at, and the partner's are the partner's.
        Assert.Equal(DocumentState.Given, (await files.DocumentAsync("address")).State);
        Assert.Equal(DocumentState.Asked, (await files.DocumentAsync("identity", 1)).State);
        Assert.Equal(DocumentState.Asked, (await files.DocumentAsync("medical")).State);
        Assert.Equal(1, await SettledAsync(stage));
    }

    [Fact]
    public async Task A_check_that_somebody_refused_leaves_its_documents_as_they_are()
    {
        var files = await new FilesStage(host).BeginAsync(1);
        var medical = (await files.Stage.ChecksAsync()).Single(c => c.Kind == "CHK-09");

        await files.Stage.Record(medical, CheckOutcome.Refused, "They do not agree to it.");

        Assert.Equal(DocumentState.Asked, (await files.DocumentAsync("medical")).State);
    }

    [Fact]
    public async Task What_the_household_gives_together_waits_until_no_such_check_is_open()
    {
        var files = await new FilesStage(host).BeginAsync();
        var stage = files.Stage;
        await stage.DoAsync<AskForDocument>(
            Role.TeamManager,
            async (o, a) =>
                await o.RunAsync(new(stage.Case, "insurance", null, null, null), a, default)
        );
        Task SettleAsync(bool household) =>
            stage.ReadAsync(
                async (s, db) =>
                {
                    await s.GetRequiredService<SettleDocuments>()
                        .OfCheckAsync(
                            stage.Case,
                            "CHK-23",
                            stage.Applicants[0],
                            household,
                            "The check is in.",
                            default
                        );
                    return await db.SaveChangesAsync();
                }
            );
        Task<DocumentState> StateAsync() =>
            stage.ReadAsync(
                (_, db) =>
                    db.Set<Document>()
                        .Where(d => d.CaseId == stage.Case && d.Kind == "insurance")
                        .Select(d => d.State)
                        .SingleAsync()
            );

        await SettleAsync(false);
        Assert.Equal(DocumentState.Asked, await StateAsync());
        await SettleAsync(true);
        Assert.Equal(DocumentState.NotNeeded, await StateAsync());
    }

    [Fact]
    public async Task When_the_application_is_over_nothing_is_waited_for()
    {
        var files = await new FilesStage(host).BeginAsync();
        var stage = files.Stage;

        var refused = await stage.DoAsync<RefuseStage1>(
            Role.DecisionMaker,
            (o, a) =>
                o.RunAsync(
                    new(
                        stage.Case,
                        host.Clock.Today,
                        "S1A",
                        "The medical report says that you need rest for a year.",
                        null
                    ),
                    a,
                    default
                )
        );

        Assert.True(refused.Ok, refused.Reasons);
        Assert.All(
            await stage.ReadAsync(
                (_, db) => db.Set<Document>().Where(d => d.CaseId == stage.Case).ToListAsync()
            ),
            d => Assert.Equal(DocumentState.NotNeeded, d.State)
        );
    }

    [Fact]
    public async Task What_waits_is_named_with_whose_it_is()
    {
        var files = await new FilesStage(host).BeginAsync();
        var stage = files.Stage;

        var titles = await host.InScopeAsync(async services =>
        {
            var actor = await services
                .GetRequiredService<ActorSource>()
                .EnterAsync(stage.Staff[Role.Assessor], stage.Council, Role.Assessor, default);
            return await services
                .GetServices<ICaseWaits>()
                .OfType<DocumentWaits>()
                .Single()
                .For(actor!)
                .Where(w => w.Since >= host.Clock.Today)
                .OrderBy(w => w.Since)
                .ThenBy(w => w.Id)
                .Take(10)
                .Select(w => w)
                .ToListAsync();
        });

        Assert.Equal(
            [
                "Proof of where you live, Alex",
                "Proof of where you live, Robin",
                "Proof of who you are, Alex",
                "Proof of who you are, Robin",
            ],
            titles.Select(w => w.Title).Order(StringComparer.Ordinal)
        );
    }

    private static Task<int> SettledAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            (_, db) =>
                db.Set<HistoryEntry>()
                    .CountAsync(h => h.CaseId == stage.Case && h.Kind == "document.settled")
        );

    public sealed class OnSqlite(FilesSqliteHost host)
        : SettledDocumentTests(host),
            IClassFixture<FilesSqliteHost>;

    public sealed class OnPostgres(FilesPostgresHost host)
        : SettledDocumentTests(host),
            IClassFixture<FilesPostgresHost>;
}
