using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>T-APP-01: each applicant sends their own part, and the last one starts the clocks.</summary>
public abstract class SubmitPartTests(FosterHost host)
{
    [Theory]
    [InlineData("X-08", "2026-01-15 10:00", "2026-09-15")]
    [InlineData("X-09", "2026-06-30 10:00", "2027-02-28")]
    [InlineData("X-10", "2027-08-31 10:00", "2028-04-30")]
    public async Task R_APP_01_the_eight_months_run_from_the_day_of_the_last_part(
        string example,
        string sentAt,
        string due
    )
    {
        host.Clock.Set(sentAt);
        var stage = await new ApplicationStage(host).ReadyAsync(applicants: 1);

        var sent = await stage.SendAsync(0);

        Assert.True(sent.Ok, example + sent.Reasons);
        var application = await stage.ApplicationAsync();
        Assert.Equal(ApplicationState.Submitted, application.State);
        Assert.Equal(host.Clock.Today, application.ReceivedOn);
        var clocks = await OpenAsync(stage);
        var panel = Assert.Single(clocks, c => c.RuleId == "R-APP-01");
        Assert.Equal(DateOnly.Parse(due), panel.DueOn);
        Assert.NotNull(panel.ApplicantTitle);
        Assert.Single(
            clocks,
            c => c.RuleId == "R-APP-03" && c.HolderRole == nameof(Role.TeamManager)
        );
    }

    [Fact]
    public async Task R_APP_02_the_first_of_two_parts_starts_only_the_reply_to_what_is_missing()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync();

        Assert.True((await stage.SendAsync(0)).Ok);

        Assert.Equal(ApplicationState.Draft, (await stage.ApplicationAsync()).State);
        var reply = Assert.Single(await OpenAsync(stage));
        Assert.Equal("R-APP-02", reply.RuleId);
        Assert.Equal(new DateOnly(2026, 5, 22), reply.DueOn);

        host.Clock.Set("2026-05-18 10:00");
        Assert.True((await stage.SendAsync(1)).Ok);

        Assert.Equal(new DateOnly(2026, 5, 18), (await stage.ApplicationAsync()).ReceivedOn);
        Assert.Equal(
            ["R-APP-01", "R-APP-03"],
            (await OpenAsync(stage)).Select(c => c.RuleId).Order()
        );
    }

    [Fact]
    public async Task An_incomplete_part_is_refused_with_everything_that_is_missing()
    {
        var stage = await new ApplicationStage(host).InviteAsync(1);
        Assert.True((await stage.AcceptAsync(0)).Ok);

        var sent = await stage.SendAsync(0);

        var rules = sent.Refusals.Select(r => r.RuleId).ToList();
        Assert.Contains("R-VAL-01", rules); // no date of birth
        Assert.Contains("CHK-07", rules); // when they moved in
        Assert.Contains("R-VAL-03", rules); // no referees
        Assert.Contains("R-APP-02", rules); // nobody said who lives there
        Assert.Contains("R-TRF-05", rules); // not said whether another service approved them
        Assert.Equal(
            ConsentWordings.AskedOf(null).Count(),
            sent.Refusals.Count(r => r.RuleId == "R-APP-05")
        );
        Assert.Empty(await OpenAsync(stage));
        Assert.Null((await PartAsync(stage, 0)).SubmittedAt);
    }

    [Fact]
    public async Task A_part_that_is_not_declared_true_is_not_sent()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(1);

        var sent = await stage.AsAsync<SubmitPart, Result>(
            0,
            (op, actor) => op.RunAsync(new(false, null), actor, default)
        );

        Assert.Equal("declared", Assert.Single(sent.Refusals).Field);
    }

    [Fact]
    public async Task R_SOD_13_of_the_others_part_only_the_section_is_named()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);
        // Staff find out that the first applicant's telephone number is wrong.
        await stage.ReadAsync(async db =>
        {
            var first = stage.People[0];
            (await db.Set<Person>().SingleAsync(p => p.Id == first)).Telephone = null;
            return await db.SaveChangesAsync();
        });

        var sent = await stage.SendAsync(1);

        var only = Assert.Single(sent.Refusals);
        Assert.Equal("Robin’s part: the section “Your details” is not complete.", only.Reason);
    }

    [Fact]
    public async Task R_VAL_01_nobody_under_18_can_apply_and_somebody_of_18_can()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        foreach (
            var (born, ok) in ((DateOnly, bool)[])
                [(new(2008, 5, 16), false), (new(2008, 5, 15), true)]
        )
        {
            var saved = await stage.AsAsync<SaveYou, Result>(
                0,
                (op, actor) =>
                    op.RunAsync(
                        new("Robin", "Demo-Apply", null, born, "+441514960900", null),
                        actor,
                        default
                    )
            );
            Assert.Equal(ok, saved.Ok);
        }
    }

    [Fact]
    public async Task R_APP_05_a_refused_consent_does_not_stop_the_application_and_stays_on_record()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        await stage.DoneAsync<GiveConsents>(
            0,
            (op, actor) =>
                op.RunAsync(
                    new(new Dictionary<string, bool> { ["CHK-02"] = false }, false),
                    actor,
                    default
                )
        );

        Assert.True((await stage.SendAsync(0)).Ok);

        var answers = await stage.ReadAsync(db =>
            db.Set<Consent>()
                .Where(c => c.CaseId == stage.Case && c.CheckKey == "CHK-02")
                .OrderBy(c => c.Id)
                .ToListAsync()
        );
        Assert.Equal([true, false], answers.Select(c => c.Given));
        Assert.NotNull(answers[0].WithdrawnAt);
        Assert.DoesNotContain(answers, c => c.IsLive);
        Assert.All(answers, c => Assert.NotEmpty(c.WordingVersion));
    }

    [Fact]
    public async Task R_APP_05_a_consent_can_be_taken_back_after_sending_by_its_giver_alone()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);

        await stage.DoneAsync<WithdrawConsent>(
            0,
            (op, actor) => op.RunAsync(new(stage.Case, "CHK-09"), actor, default)
        );

        var live = await stage.ReadAsync(db =>
            db.Set<Consent>()
                .Where(c =>
                    c.CaseId == stage.Case && c.CheckKey == "CHK-09" && c.WithdrawnAt == null
                )
                .Select(c => c.PersonId)
                .ToListAsync()
        );
        Assert.Equal([stage.People[1]], live);
    }

    [Fact]
    public async Task After_sending_nothing_can_be_changed_and_the_shared_household_is_closed_to_both()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);

        var own = await stage.AsAsync<AddReferee, Result>(
            0,
            (op, actor) => op.RunAsync(ApplicationStage.Referee("Third Demo"), actor, default)
        );
        var shared = await stage.AsAsync<ConfirmHousehold, Result>(
            1,
            (op, actor) => op.RunAsync(actor, default)
        );
        var theirs = await stage.AsAsync<AddReferee, Result>(
            1,
            (op, actor) => op.RunAsync(ApplicationStage.Referee("Third Demo"), actor, default)
        );
        var again = await stage.SendAsync(0);

        Assert.Contains("Call your worker", own.Reasons);
        Assert.Contains("Call your worker", shared.Reasons);
        Assert.True(theirs.Ok, theirs.Reasons);
        Assert.False(again.Ok);
    }

    [Fact]
    public async Task R_REF_04_and_R_VAL_03_a_referee_who_will_not_do_is_refused_with_every_reason()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();

        var refused = await stage.AsAsync<AddReferee, Result>(
            0,
            (op, actor) =>
                op.RunAsync(
                    new("alex demo-apply", "friend", 1, null, null, null, IsAdult: false),
                    actor,
                    default
                )
        );
        var twice = await stage.AsAsync<AddReferee, Result>(
            1,
            (op, actor) => op.RunAsync(ApplicationStage.Referee("Rúth DEMO-Speak"), actor, default)
        );

        Assert.Equal(
            ["years-known", "adult", "email", "name"],
            refused.Refusals.Select(r => r.Field)
        );
        Assert.Equal("R-VAL-03", Assert.Single(twice.Refusals).RuleId);
    }

    [Fact]
    public async Task CHK_07_gaps_between_addresses_are_named_with_their_dates()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        var home = await stage.ReadAsync(db =>
            db.Set<Address>()
                .Where(a => a.PersonId == stage.People[0])
                .Select(a => a.Id)
                .SingleAsync()
        );
        foreach (
            var (id, from, to) in ((Guid?, DateOnly, DateOnly?)[])
                [(home, new(2020, 3, 1), null), (null, new(2017, 1, 1), new(2019, 12, 31))]
        )
            await stage.DoneAsync<SaveAddress>(
                0,
                (op, actor) =>
                    op.RunAsync(
                        new(id, "3 Example Road", null, "CH41 1AA", from, to),
                        actor,
                        default
                    )
            );

        var sent = await stage.SendAsync(0);

        Assert.Equal(
            [
                "Say where you lived from 15 May 2016 to 31 December 2016.",
                "Say where you lived from 1 January 2020 to 29 February 2020.",
            ],
            sent.Refusals.Select(r => r.Reason)
        );
    }

    [Fact]
    public async Task R_SOD_08_a_connection_with_staff_restricts_the_case_at_once()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(1);

        Assert.True((await stage.SendAsync(0, "My sister is a councillor")).Ok);

        Assert.True(
            await stage.ReadAsync(db =>
                db.Set<Case>()
                    .Where(c => c.Id == stage.Case)
                    .Select(c => c.Restricted)
                    .SingleAsync()
            )
        );
        var seen = await stage.AsStaffAsync(
            Role.TeamManager,
            (services, _) =>
                services.GetRequiredService<ApplyReads>().OfCaseAsync(stage.Case, default)
        );
        Assert.Null(seen);
        // Nobody of the role sees it, and there is no intake officer: the clocks wait for whoever is named to hold it.
        Assert.All(
            await OpenAsync(stage),
            c => Assert.Equal(("IntakeOfficer", "TeamManager"), (c.HolderRole, c.MeantFor))
        );
        Assert.Equal(
            1,
            await stage.ReadAsync(db =>
                db.Set<HistoryEntry>()
                    .CountAsync(h => h.CaseId == stage.Case && h.Kind == "case.unheld")
            )
        );
    }

    [Fact]
    public async Task Staff_tell_what_is_missing_and_the_reply_is_met()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);

        var told = await stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            (services, actor) =>
                services.GetRequiredService<TellMissing>().RunAsync(new(stage.Case), actor, default)
        );

        Assert.True(told.Ok, told.Reasons);
        Assert.Empty(await OpenAsync(stage));
        Assert.Equal(
            1,
            await stage.ReadAsync(db =>
                db.Set<OutboxMessage>()
                    .CountAsync(m => m.CaseId == stage.Case && m.Kind == "application.incomplete")
            )
        );
    }

    [Fact]
    public async Task R_SOD_13_the_progress_of_one_shows_neither_answers_nor_entries_of_the_other()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);

        var view = await stage.AsAsync<ProgressReads, ProgressView?>(
            1,
            (reads, actor) => reads.OwnAsync(actor, default)
        );

        Assert.NotNull(view);
        var all = await stage.ReadAsync(db =>
            db.Set<HistoryEntry>()
                .Where(h => h.CaseId == stage.Case && h.PersonId == stage.People[0])
                .CountAsync()
        );
        Assert.True(all > 4);
        // Alex saved details once and sees that once; Robin's own entries are not there.
        Assert.Single(view.Happened, h => h.Title == "You saved your details");
        Assert.DoesNotContain(view.Happened, h => h.Title.Contains("speak for you"));
        Assert.Contains(view.Clocks, c => c.RuleId == "R-APP-02");
        Assert.Contains(view.Contacts, c => c.Telephone == "0151 496 0100");
    }

    private static Task<List<Deadline>> OpenAsync(ApplicationStage stage) =>
        stage.ReadAsync(db =>
            db.Set<Deadline>()
                .Where(d => d.CaseId == stage.Case && d.Status == DeadlineStatus.Open)
                .ToListAsync()
        );

    private static Task<ApplicantPart> PartAsync(ApplicationStage stage, int index) =>
        stage.ReadAsync(db =>
            db.Set<ApplicantPart>()
                .SingleAsync(p => p.CaseId == stage.Case && p.PersonId == stage.People[index])
        );

    public sealed class OnSqlite(SqliteHost host)
        : SubmitPartTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : SubmitPartTests(host),
            IClassFixture<PostgresHost>;
}
