using Foster.TestKit;
using Foster.Tests.Applications;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>Whoever fosters for another service now, from the enquiry to the end of the old approval (§3.2).</summary>
public abstract class TransferTests(FosterHost host)
{
    private static readonly TransferOutputs Outputs = new(
        "SECRET-CHILD stays where she is.",
        "Two visits a week until the move.",
        "None is offered until then.",
        "Both on the first of October."
    );

    [Theory]
    [InlineData("Other Fostering", true)]
    [InlineData("Other Fostering", false)]
    [InlineData(null, false)]
    public async Task R_ENQ_12_an_enquiry_of_a_carer_of_another_service_is_on_the_transfer_track(
        string? service,
        bool placed
    )
    {
        host.Clock.Set("2026-07-06 10:00");
        var stage = await new ApplicationStage(host).InviteAsync(1);

        var made = await host.InScopeAsync(async s =>
        {
            var actor = s.GetRequiredService<ActorSource>().Anyone(stage.Council);
            return await s.GetRequiredService<SubmitEnquiry>()
                .RunAsync(
                    new(
                        stage.Council,
                        Channel.Web,
                        null,
                        new("Zoë", "Demo-Mover", new(1985, 3, 4), null, "0151 496 0900"),
                        null,
                        null,
                        [],
                        1,
                        [],
                        false,
                        null,
                        null,
                        false,
                        null,
                        "1",
                        null,
                        CurrentService: service,
                        ChildrenPlaced: placed
                    ),
                    actor,
                    default
                );
        });

        Assert.True(made.Ok, made.Reasons);
        var transfer = await OfAsync(stage, made.Value.CaseId);
        Assert.Equal((service, placed), (transfer?.ServiceName, transfer?.ChildrenPlaced ?? false));
        if (transfer is null)
            return;
        Assert.Equal(TransferState.Opened, transfer.State);
        Assert.Contains(
            await stage.ReadAsync(db =>
                db.Set<HistoryEntry>()
                    .Where(h => h.CaseId == made.Value.CaseId)
                    .Select(h => h.Kind)
                    .ToListAsync()
            ),
            k => k == "transfer.opened"
        );
    }

    [Fact]
    public async Task X_36_R_TRF_03_the_meeting_is_due_28_days_after_the_notice_and_the_applicant_sees_why()
    {
        var stage = await AppliedAsync();
        Ok(await OpenAsync(stage, placed: true));
        using var robin = await stage.VisitorAsync(0);
        var progress = await robin.GetAsync("/apply/progress");
        Assert.Contains("please give written notice", progress.Text);
        Assert.Contains("Do not give your 28 days", progress.Text);

        var wrong = await StaffAsync<TellFormerService>(
            stage,
            (o, a) => o.RunAsync(new(stage.Case, host.Clock.Today), a, default)
        );
        Ok(
            await StaffAsync<RecordTransferNotice>(
                stage,
                (o, a) => o.RunAsync(new(stage.Case, host.Clock.Today), a, default)
            )
        );

        Assert.Equal("R-TRF-03", Assert.Single(wrong.Refusals).RuleId);
        Assert.Equal(new DateOnly(2026, 8, 6), (await ClockAsync(stage)).DueOn);
        progress = await robin.GetAsync("/apply/progress");
        Assert.Contains("6 August 2026", progress.Text);
        Assert.Contains("28 calendar days", progress.Text);
        Ok(
            await StaffAsync<RecordTransferMeeting>(
                stage,
                (o, a) =>
                    o.RunAsync(
                        new(stage.Case, host.Clock.Today, TransferAttendees.All, null, Outputs),
                        a,
                        default
                    )
            )
        );
        Assert.Equal(DeadlineStatus.Met, (await ClockAsync(stage)).Status);
        progress = await robin.GetAsync("/apply/progress");
        Assert.Contains("The meeting about your move was on 9 July 2026", progress.Text);
        Assert.DoesNotContain("SECRET-CHILD", progress.Body);
    }

    [Fact]
    public async Task R_TRF_02_R_TRF_08_the_assessment_begins_once_the_service_was_told_and_is_a_full_one()
    {
        var stage = await AppliedAsync();
        Ok(await OpenAsync(stage, placed: false));
        var assessor = await stage.ReadAsync(async db =>
        {
            var id = await db.Set<RoleAssignment>()
                .Where(r => r.CouncilId == stage.Council && r.Role == Role.Assessor)
                .Select(r => r.AccountId)
                .SingleAsync();
            await db.Set<WorkerProfile>()
                .Where(w => w.AccountId == id)
                .ExecuteUpdateAsync(w => w.SetProperty(x => x.IsQualifiedAssessor, true));
            return id;
        });

        var early = await DecideAsync();
        Ok(
            await StaffAsync<TellFormerService>(
                stage,
                (o, a) => o.RunAsync(new(stage.Case, host.Clock.Today), a, default)
            )
        );
        Ok(await DecideAsync());

        Assert.Equal("R-TRF-02", Assert.Single(early.Refusals).RuleId);
        // Nothing is left out: every check of a full assessment is there.
        var kinds = await stage.ReadAsync(db =>
            db.Set<Check>().Where(c => c.CaseId == stage.Case).Select(c => c.Kind).ToListAsync()
        );
        Assert.Superset(
            new HashSet<string> { "CHK-02", "CHK-05", "CHK-09", "CHK-13", "CHK-18" },
            kinds.ToHashSet()
        );

        Task<Result> DecideAsync() =>
            StaffAsync<DecideToAssess>(
                stage,
                (o, a) =>
                    o.RunAsync(
                        new(
                            stage.Case,
                            host.Clock.Today,
                            "Everything speaks for an assessment.",
                            assessor,
                            true
                        ),
                        a,
                        default
                    )
            );
    }

    [Fact]
    public async Task R_TRF_04_with_a_child_placed_no_end_before_the_meeting_unless_the_carer_wants_it()
    {
        var stage = await AppliedAsync();
        Ok(await OpenAsync(stage, placed: true));
        Ok(
            await StaffAsync<RecordTransferNotice>(
                stage,
                (o, a) => o.RunAsync(new(stage.Case, host.Clock.Today), a, default)
            )
        );

        var refused = await EndAsync(stage, wanted: false);
        Ok(await EndAsync(stage, wanted: true));

        Assert.Equal(
            ("R-TRF-04", "placement-ends"),
            (refused.Refusals[0].RuleId, refused.Refusals[0].Field)
        );
        Assert.Equal(
            new DateOnly(2026, 8, 20),
            (await OfAsync(stage, stage.Case))!.OldApprovalEndsOn
        );
        Assert.Equal(DeadlineStatus.Cancelled, (await ClockAsync(stage)).Status);
    }

    [Fact]
    public async Task R_ENQ_12_a_transfer_stopped_by_mistake_is_taken_up_again_with_reasons()
    {
        var stage = await AppliedAsync();
        Ok(await OpenAsync(stage, placed: false));
        Ok(
            await StaffAsync<StopTransfer>(
                stage,
                (o, a) => o.RunAsync(new(stage.Case, "They said that they stay there."), a, default)
            )
        );

        var second = await OpenAsync(stage, placed: false);
        var brief = await AgainAsync("Mistake");
        Ok(await AgainAsync("It was another case that was to be stopped."));
        var twice = await AgainAsync("It was another case that was to be stopped.");

        Assert.Contains("take it up again", Assert.Single(second.Refusals).Reason);
        Assert.Equal("R-VAL-06", Assert.Single(brief.Refusals).RuleId);
        Assert.Equal("R-ENQ-12", Assert.Single(twice.Refusals).RuleId);
        Assert.Equal(TransferState.Opened, (await OfAsync(stage, stage.Case))!.State);

        Task<Result> AgainAsync(string reason) =>
            StaffAsync<ReopenTransfer>(
                stage,
                (o, a) => o.RunAsync(new(stage.Case, reason), a, default)
            );
    }

    [Fact]
    public async Task R_VAL_04_the_old_approval_does_not_end_before_the_service_knew()
    {
        var stage = await AppliedAsync();
        Ok(await OpenAsync(stage, placed: false));
        Ok(
            await StaffAsync<TellFormerService>(
                stage,
                (o, a) => o.RunAsync(new(stage.Case, new(2026, 7, 8)), a, default)
            )
        );

        var wrong = await EndsAsync(new(2025, 8, 20));
        var dayBefore = await EndsAsync(new(2026, 7, 7));
        Ok(await EndsAsync(new(2026, 7, 8)));

        Assert.Equal("R-VAL-04", Assert.Single(wrong.Refusals).RuleId);
        Assert.Equal("ends", Assert.Single(dayBefore.Refusals).Field);

        Task<Result> EndsAsync(DateOnly on) =>
            StaffAsync<RecordOldApprovalEnd>(
                stage,
                (o, a) => o.RunAsync(new(stage.Case, on, false), a, default)
            );
    }

    [Fact]
    public async Task R_APP_08_nothing_is_recorded_of_a_move_and_no_clock_begins_once_the_case_is_over()
    {
        var stage = await AppliedAsync();
        Ok(await OpenAsync(stage, placed: true));
        Ok(
            await stage.AsAsync<WithdrawApplication, Result>(
                0,
                (o, a) =>
                    o.RunAsync(
                        new(stage.Case, "AW1", "We stay where we are.", host.Clock.Today),
                        a,
                        default
                    )
            )
        );

        var late = await StaffAsync<RecordTransferNotice>(
            stage,
            (o, a) => o.RunAsync(new(stage.Case, host.Clock.Today), a, default)
        );

        Assert.Contains("no transfer here that is open", late.Reasons);
        Assert.Empty(
            await stage.ReadAsync(db =>
                db.Set<Deadline>()
                    .Where(d => d.CaseId == stage.Case && d.Status == DeadlineStatus.Open)
                    .ToListAsync()
            )
        );
    }

    private async Task<ApplicationStage> AppliedAsync()
    {
        host.Clock.Set("2026-07-09 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        Ok(await stage.SendAsync(0));
        return stage;
    }

    private static Task<Result> OpenAsync(ApplicationStage stage, bool placed) =>
        StaffAsync<OpenTransfer>(
            stage,
            (o, a) => o.RunAsync(new(stage.Case, "Other Fostering", placed), a, default)
        );

    private static Task<Result> EndAsync(ApplicationStage stage, bool wanted) =>
        StaffAsync<RecordOldApprovalEnd>(
            stage,
            (o, a) => o.RunAsync(new(stage.Case, new(2026, 8, 20), wanted), a, default)
        );

    private static Task<Result> StaffAsync<TOperation>(
        ApplicationStage stage,
        Func<TOperation, Actor, Task<Result>> act
    )
        where TOperation : notnull =>
        stage.AsStaffAsync(Role.TeamManager, (s, a) => act(s.GetRequiredService<TOperation>(), a));

    private static Task<Transfer?> OfAsync(ApplicationStage stage, Guid caseId) =>
        stage.ReadAsync(db => db.Set<Transfer>().SingleOrDefaultAsync(t => t.CaseId == caseId));

    private static Task<Deadline> ClockAsync(ApplicationStage stage) =>
        stage.ReadAsync(db =>
            db.Set<Deadline>()
                .SingleAsync(d =>
                    d.CaseId == stage.Case && d.LineKey == DeadlineRules.TransferMeeting.Key
                )
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host) : TransferTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : TransferTests(host),
            IClassFixture<PostgresHost>;
}
