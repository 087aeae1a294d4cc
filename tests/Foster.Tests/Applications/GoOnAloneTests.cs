using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>A couple parts before their application is received, and one of them goes on (R-APP-06, R-SOD-13).</summary>
public abstract class GoOnAloneTests(FosterHost host)
{
    private const string Why = "They told us in two talks that they have parted.";
    private const int Robin = 0;
    private const int Alex = 1;

    [Fact]
    public async Task R_APP_06_one_goes_on_looks_again_and_the_application_is_received_from_them_alone()
    {
        var stage = await ReadyAsync();
        Ok(await stage.SendAsync(Robin));

        Ok(await AloneAsync(stage, Alex));

        var facts = await FactsAsync(stage);
        Assert.False(facts.IsJoint);
        Assert.Empty(facts.Others);
        // It was signed for two, so it is signed anew, after a look at who lives there and at the relationships.
        Assert.Null(facts.Main.Part.SubmittedAt);
        var early = await stage.SendAsync(Robin);
        Assert.Equal(2, early.Refusals.Count);
        Assert.Contains(early.Refusals, r => r.Reason.Contains("relationship", Ignoring));
        await stage.DoneAsync<ConfirmHousehold>(Robin, (op, actor) => op.RunAsync(actor, default));
        await stage.AnswerAsync(Robin, "relationships");
        Ok(await stage.SendAsync(Robin));
        Assert.Equal(ApplicationState.Submitted, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_SOD_13_what_the_one_who_leaves_had_written_is_gone_and_their_sign_in_opens_nothing()
    {
        var stage = await ReadyAsync();
        var theirs = await CountAsync(stage, stage.People[Alex]);
        Assert.All(theirs.Take(3), n => Assert.True(n > 0));
        using var robin = await stage.VisitorAsync(Robin);
        Assert.Contains("Relationships", (await robin.GetAsync("/apply")).Text, Ignoring);

        Ok(await AloneAsync(stage, Robin));

        Assert.All(await CountAsync(stage, stage.People[Robin]), n => Assert.Equal(0, n));
        // The other keeps all of their own, and comes first now.
        Assert.Equal(theirs, await CountAsync(stage, stage.People[Alex]));
        var facts = await FactsAsync(stage);
        Assert.Equal(stage.People[Alex], facts.Main.Person.PersonId);
        Assert.Equal((1, 1), (facts.Main.Part.Position, facts.Main.Person.Position));
        Assert.Null(
            await stage.AsAsync<ApplyReads, ApplyFacts?>(
                Robin,
                (reads, actor) => reads.OwnAsync(actor, default)
            )
        );
        var refused = await stage.AsAsync<SaveSection, Result>(
            Robin,
            (op, actor) => op.RunAsync(new("work", PlainAnswers.Of("work"), true), actor, default)
        );
        Assert.False(refused.Ok);
        var page = await robin.GetAsync("/apply");
        Assert.DoesNotContain(stage.Reference, page.Text);
        Assert.DoesNotContain("Relationships", page.Text, Ignoring);
    }

    [Fact]
    public async Task Who_stays_at_home_is_an_adult_of_the_household_with_the_checks_of_one()
    {
        var staying = await ReadyAsync();
        var leaving = await ReadyAsync();

        Ok(await AloneAsync(staying, Robin, staysAtHome: true));
        Ok(await AloneAsync(leaving, Robin, staysAtHome: false));

        Assert.Equal(["CHK-03", "CHK-05"], await NeededAsync(staying, Robin));
        Assert.Empty(await NeededAsync(leaving, Robin));
        Assert.Contains("CHK-02", await NeededAsync(staying, Alex));
        // What they agreed to as an applicant counts no more: as an adult of the household they are asked anew (R-APP-05).
        Assert.False(
            await staying.ReadAsync(db =>
                db.Set<Consent>().AnyAsync(c => c.PersonId == staying.People[Robin])
            )
        );
    }

    [Fact]
    public async Task R_DP_18_an_invitation_that_was_not_taken_up_ends()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).InviteAsync();
        Ok(await stage.AcceptAsync(Robin));
        var secret = await stage.FreshSecretAsync(Alex);

        Ok(await AloneAsync(stage, Alex));

        Assert.Contains("expired", (await stage.AcceptAsync(Alex, secret)).Reasons);
    }

    [Fact]
    public async Task R_APP_06_both_are_told_and_the_history_says_who_and_why()
    {
        var stage = await ReadyAsync();

        Ok(await AloneAsync(stage, Alex));

        var kinds = await stage.ReadAsync(db =>
            db.Set<OutboxMessage>()
                .Where(m => m.CaseId == stage.Case)
                .Select(m => m.Kind)
                .ToListAsync()
        );
        Assert.Single(kinds, "application.alone");
        Assert.Single(kinds, "application.left");
        var entry = await stage.ReadAsync(db =>
            db.Set<HistoryEntry>()
                .Include(h => h.Body)
                .SingleAsync(h => h.CaseId == stage.Case && h.Kind == "application.alone")
        );
        var said = Said.Of(host, entry);
        Assert.Contains("Alex Demo-Apply", said.Title);
        Assert.Equal(Why, said.Reason);
        Assert.Equal(stage.People[Robin], entry.PersonId);
    }

    [Fact]
    public async Task Nobody_else_parts_them_nor_without_a_reason_nor_once_it_was_received()
    {
        var stage = await ReadyAsync();

        RefusedBy(await AloneAsync(stage, Alex, by: Role.PanelAdviser), "R-APP-06");
        RefusedBy(await AloneAsync(stage, Alex, why: "Parted"), "R-VAL-06");
        // An assessor who does not hold the case does not see it.
        Assert.Contains(
            "not open to you",
            (await AloneAsync(stage, Alex, by: Role.Assessor)).Reasons
        );
        var stranger = await stage.AsStaffAsync(
            Role.TeamManager,
            (s, actor) =>
                s.GetRequiredService<GoOnAlone>()
                    .RunAsync(new(stage.Case, Guid.NewGuid(), false, Why), actor, default)
        );
        RefusedBy(stranger, "R-VAL-01");
        Ok(await stage.SendAsync(Robin));
        Ok(await stage.SendAsync(Alex));
        RefusedBy(await AloneAsync(stage, Alex), "R-APP-06");
        Assert.True((await FactsAsync(stage)).IsJoint);

        var other = await ReadyAsync();
        await other.AllocateAsync();
        Ok(await AloneAsync(other, Alex, by: Role.Assessor));
        RefusedBy(await AloneAsync(other, Robin), "R-VAL-01");
    }

    private const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;

    private Task<ApplicationStage> ReadyAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        return new ApplicationStage(host).ReadyAsync();
    }

    private static Task<Result> AloneAsync(
        ApplicationStage stage,
        int leaver,
        bool staysAtHome = false,
        Role by = Role.RecruitmentOfficer,
        string why = Why
    ) =>
        stage.AsStaffAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<GoOnAlone>()
                    .RunAsync(
                        new(stage.Case, stage.People[leaver], staysAtHome, why),
                        actor,
                        default
                    )
        );

    private static async Task<ApplyFacts> FactsAsync(ApplicationStage stage) =>
        (
            await stage.AsStaffAsync(
                Role.TeamManager,
                (s, _) => s.GetRequiredService<ApplyReads>().OfCaseAsync(stage.Case, default)
            )
        )!;

    /// <summary>Parts, answers and consents of somebody, then referees and what they said of others.</summary>
    private static Task<int[]> CountAsync(ApplicationStage stage, Guid person) =>
        stage.ReadAsync(async db =>
            (int[])
                [
                    await db.Set<ApplicantPart>().CountAsync(p => p.PersonId == person),
                    await db.Set<SectionAnswers>().CountAsync(a => a.PersonId == person),
                    await db.Set<Consent>().CountAsync(c => c.PersonId == person),
                    await db.Set<RefereeBackground>().CountAsync(r => r.PersonId == person),
                    await db.Set<Referee>().CountAsync(r => r.PersonId == person),
                    await db.Set<TypedForm>().CountAsync(t => t.PersonId == person),
                ]
        );

    private static Task<List<string>> NeededAsync(ApplicationStage stage, int index) =>
        stage.AsStaffAsync(
            Role.TeamManager,
            async (s, _) =>
                (
                    await s.GetRequiredService<CheckPlanReads>()
                        .NeededAsync(await stage.ApplicationAsync(), default)
                )
                    .Where(n => n.PersonId == stage.People[index])
                    .Select(n => n.Kind.Key)
                    .ToList()
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    private static void RefusedBy(Result result, string rule) =>
        Assert.Contains(result.Refusals, r => r.RuleId == rule);

    public sealed class OnSqlite(SqliteHost on) : GoOnAloneTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : GoOnAloneTests(on),
            IClassFixture<PostgresHost>;
}
