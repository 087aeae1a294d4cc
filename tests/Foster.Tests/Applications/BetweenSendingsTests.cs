using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>What happens after one of two has sent and before the other has never locks both out (R-APP-02).</summary>
public abstract class BetweenSendingsTests(FosterHost host)
{
    [Fact]
    public async Task R_APP_05_a_consent_taken_back_meanwhile_goes_to_the_team_manager_and_stops_nobody()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync();
        Ok(await stage.SendAsync(0));
        await stage.DoneAsync<WithdrawConsent>(
            0,
            (op, actor) => op.RunAsync(new(stage.Case, "CHK-09"), actor, default)
        );

        Ok(await stage.SendAsync(1));

        var asked = Assert.Single(
            await stage.ReadAsync(db =>
                db.Set<Deadline>()
                    .Where(d => d.CaseId == stage.Case && d.RuleId == "R-APP-05")
                    .ToListAsync()
            )
        );
        Assert.Equal(
            (DeadlineStatus.Open, nameof(Role.TeamManager)),
            (asked.Status, asked.HolderRole)
        );
        var consent = await stage.ReadAsync(db =>
            db.Set<Consent>().SingleAsync(c => c.Id == asked.SubjectId)
        );
        Assert.Equal(("CHK-09", stage.People[0]), (consent.CheckKey, consent.PersonId));
    }

    [Fact]
    public async Task R_REF_03_what_the_council_asks_for_from_now_on_is_not_asked_of_a_part_that_was_sent()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();
        await AsksAsync(stage, false);
        await stage.DoneAsync<SaveRefereeBackground>(
            0,
            (op, actor) => op.RunAsync(new(true, null, false, null), actor, default)
        );
        Ok(await stage.SendAsync(0));
        await AsksAsync(stage, true);
        await stage.DoneAsync<SaveRefereeBackground>(
            1,
            (op, actor) => op.RunAsync(new(true, null, false, null), actor, default)
        );

        var own = await stage.SendAsync(1);
        await stage.DoneAsync<SaveRefereeBackground>(
            1,
            (op, actor) => op.RunAsync(new(false, null, false, null), actor, default)
        );

        // The one who has not sent is still asked.
        Assert.Equal("R-REF-03", Assert.Single(own.Refusals).RuleId);
        Ok(await stage.SendAsync(1));
    }

    private static Task<int> AsksAsync(ApplicationStage stage, bool asks) =>
        stage.ReadAsync(db =>
            db.Set<Council>()
                .Where(c => c.Id == stage.Council)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.AsksEmployers, asks))
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host)
        : BetweenSendingsTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : BetweenSendingsTests(host),
            IClassFixture<PostgresHost>;
}
