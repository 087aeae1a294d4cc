using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>R-APP-05: a mandatory check that is refused is for the team manager; the applicant may still agree.</summary>
public abstract class ConsentTests(FosterHost host)
{
    private const string Reason = "She has talked with us and wants to think it over.";

    [Fact]
    public async Task R_APP_05_a_refused_mandatory_check_waits_for_the_team_manager()
    {
        var stage = await SentAsync(refused: "CHK-09");
        var due = Assert.Single(await OpenAsync(stage));
        // Friday 15 May 2026 and five working days.
        Assert.Equal(
            (new DateOnly(2026, 5, 22), nameof(Role.TeamManager), (string?)null),
            (due.DueOn, due.HolderRole, due.ApplicantTitle)
        );
        Assert.DoesNotContain("Robin", due.Title);

        var brief = await DecideAsync(stage, Role.TeamManager, "Too short.");
        Assert.Equal(("R-VAL-06", "reason"), (brief.Refusals[0].RuleId, brief.Refusals[0].Field));
        Assert.False((await DecideAsync(stage, Role.Assessor, Reason)).Ok);
        Assert.True((await DecideAsync(stage, Role.TeamManager, Reason)).Ok);

        Assert.Empty(await OpenAsync(stage));
        Assert.False((await DecideAsync(stage, Role.TeamManager, Reason)).Ok);
        var line = Assert.Single(await LinesAsync(stage), l => l.Decision is not null);
        Assert.Equal(("CHK-09", Reason), (line.Consent.CheckKey, line.Decision!.Reason));
    }

    [Fact]
    public async Task R_APP_05_one_that_is_not_mandatory_asks_nobody()
    {
        var stage = await SentAsync(refused: "CHK-07");

        Assert.Empty(await OpenAsync(stage));
        Assert.DoesNotContain(await LinesAsync(stage), l => l.Asks);
    }

    [Fact]
    public async Task R_APP_05_taking_it_back_asks_and_agreeing_after_all_ends_the_question()
    {
        var stage = await SentAsync(refused: null);
        Assert.Empty(await OpenAsync(stage));
        await stage.DoneAsync<WithdrawConsent>(
            0,
            (op, actor) => op.RunAsync(new(stage.Case, "CHK-02"), actor, default)
        );
        Assert.Single(await OpenAsync(stage));

        await stage.DoneAsync<AgreeToCheck>(
            0,
            (op, actor) => op.RunAsync(new(stage.Case, "CHK-02"), actor, default)
        );

        Assert.Empty(await OpenAsync(stage));
        var rows = (await LinesAsync(stage)).Where(l => l.Consent.CheckKey == "CHK-02").ToList();
        Assert.Equal([true, true], rows.Select(r => r.Consent.Given));
        Assert.Equal([false, true], rows.Select(r => r.Consent.IsLive));
        Assert.Equal(ConsentWordings.Find("CHK-02")!.Version, rows[1].Consent.WordingVersion);
        var twice = await stage.AsAsync<AgreeToCheck, Result>(
            0,
            (op, actor) => op.RunAsync(new(stage.Case, "CHK-02"), actor, default)
        );
        Assert.False(twice.Ok);
    }

    [Fact]
    public async Task R_APP_04_the_written_explanation_names_stages_times_and_why_each_check_is_made()
    {
        var stage = await SentAsync(refused: null);
        using var robin = await stage.VisitorAsync(0);

        var page = await robin.GetAsync("/apply/what-happens");

        foreach (var wording in ConsentWordings.AskedOf(false))
            Assert.Contains(wording.Why, page.Text);
        // R-APP-09 and R-APP-01.
        foreach (var time in (string[])["2 months", "4 months", "8 months", "10 working days"])
            Assert.Contains(time, page.Text);
    }

    private async Task<ApplicationStage> SentAsync(string? refused)
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        if (refused is not null)
            await stage.DoneAsync<GiveConsents>(
                0,
                (op, actor) =>
                    op.RunAsync(
                        new(new Dictionary<string, bool> { [refused] = false }, false),
                        actor,
                        default
                    )
            );
        var sent = await stage.SendAsync(0);
        Assert.True(sent.Ok, sent.Reasons);
        await stage.AllocateAsync();
        return stage;
    }

    private static Task<List<Deadline>> OpenAsync(ApplicationStage stage) =>
        stage.ReadAsync(db =>
            db.Set<Deadline>()
                .Where(d =>
                    d.CaseId == stage.Case
                    && d.Status == DeadlineStatus.Open
                    && d.RuleId == "R-APP-05"
                )
                .ToListAsync()
        );

    private static Task<IReadOnlyList<ConsentLine>> LinesAsync(ApplicationStage stage) =>
        stage.AsStaffAsync(
            Role.TeamManager,
            (services, _) =>
                services.GetRequiredService<ConsentReads>().OfAsync(stage.Case, default)
        );

    private static async Task<Result> DecideAsync(ApplicationStage stage, Role role, string reason)
    {
        var refused = (await LinesAsync(stage)).Last(l => !l.Consent.Given).Consent.Id;
        return await stage.AsStaffAsync(
            role,
            (services, actor) =>
                services
                    .GetRequiredService<DecideOnConsent>()
                    .RunAsync(
                        new(stage.Case, refused, ConsentChoice.AskAgain, reason),
                        actor,
                        default
                    )
        );
    }

    public sealed class OnSqlite(SqliteHost host) : ConsentTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ConsentTests(host),
            IClassFixture<PostgresHost>;
}
