using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>
/// Approvals by other services: the reference of each is asked for, only what came takes the place of interviews
/// (R-TRF-05, R-REF-02), and each ends for itself (R-TRF-01). The household applied on 15 May 2026.
/// </summary>
public abstract class PreviousApprovalTests(FosterHost host)
{
    private const string Reason = "The other service has confirmed the day in writing.";

    [Fact]
    public async Task R_TRF_05_a_service_that_does_not_supply_its_reference_means_interviews_and_no_stop()
    {
        var stage = await AssessedAsync();
        await RecordAsync(stage, 0, "Other Fostering", monthsAgo: 8);
        await ChecksAsync(stage);
        var check = await FormerAsync(stage);

        var unasked = await stage.Record(check, CheckOutcome.NotSupplied, Reason);
        await AskAsync(stage, check);
        var brief = await stage.Record(check, CheckOutcome.NotSupplied, "No");
        Ok(
            await stage.Record(
                check,
                CheckOutcome.NotSupplied,
                "It has closed, and nobody answers."
            )
        );

        Assert.Equal("R-TRF-05", Assert.Single(unasked.Refusals).RuleId);
        Assert.Equal("note", Assert.Single(brief.Refusals).Field);
        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.FormerServiceReference)).Status
        );
        Ok(await stage.Interview(0));
        Assert.Equal("R-REF-01", Assert.Single((await stage.Confirm()).Refusals).RuleId);
        Ok(await stage.Interview(1));
        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_APP_05_an_applicant_who_does_not_agree_that_it_is_asked_still_stops_stage_1()
    {
        var stage = await AssessedAsync();
        await RecordAsync(stage, 0, "Other Fostering", monthsAgo: 8);
        await ChecksAsync(stage);
        Ok(await stage.Record(await FormerAsync(stage), CheckOutcome.Refused, Reason));
        Ok(await stage.Interview(0));
        Ok(await stage.Interview(1));

        Assert.Equal("R-APP-05", Assert.Single((await stage.Confirm()).Refusals).RuleId);
    }

    [Fact]
    public async Task R_TRF_05_no_other_check_may_stay_unsupplied()
    {
        var stage = await AssessedAsync();
        var medical = (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-09");
        await AskAsync(stage, medical);

        var refused = await stage.Record(medical, CheckOutcome.NotSupplied, Reason);

        Assert.Equal("outcome", Assert.Single(refused.Refusals).Field);
    }

    [Fact]
    public async Task R_TRF_05_a_transfer_brings_the_reference_whatever_was_ticked()
    {
        var stage = await AssessedAsync();
        await TransferAsync(stage, "Other Fostering");
        await ChecksAsync(stage);
        Ok(await stage.Interview(0));
        Ok(await stage.Interview(1));

        var gap = Assert.Single((await stage.Confirm()).Refusals);
        await RecordAsync(stage, 0, "Other Fostering", monthsAgo: null);

        Assert.Equal("R-TRF-05", gap.RuleId);
        Assert.Contains("Other Fostering", gap.Reason);
        Assert.Equal(
            CheckState.Needed,
            (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-11").State
        );
        Assert.Contains("CHK-11", Assert.Single((await stage.Confirm()).Refusals).Reason);
    }

    [Fact]
    public async Task X_46_an_end_corrected_to_thirteen_months_back_excuses_nobody_any_more()
    {
        var stage = await AssessedAsync();
        var approval = await RecordAsync(stage, 0, "Other Fostering", monthsAgo: null);
        await ChecksAsync(stage);
        Ok(await stage.Record(await FormerAsync(stage)));
        Ok(await stage.Interview(0));
        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);

        var silent = await EndAsync(stage, approval, Back(13), null);
        Ok(await EndAsync(stage, approval, Back(13), Reason));

        Assert.Equal("R-VAL-06", Assert.Single(silent.Refusals).RuleId);
        Assert.Equal("R-REF-01", Assert.Single((await stage.Confirm()).Refusals).RuleId);
    }

    [Fact]
    public async Task R_TRF_05_a_corrected_end_brings_the_reference_or_takes_it_away()
    {
        var stage = await AssessedAsync();
        var approval = await RecordAsync(stage, 0, "Other Fostering", monthsAgo: 13);
        Assert.DoesNotContain(await stage.ChecksAsync(), c => c.Kind == "CHK-11");

        Ok(await EndAsync(stage, approval, Back(8), Reason));
        await AskAsync(stage, await FormerAsync(stage));
        var again = await EndAsync(stage, approval, Back(13), null);
        Ok(await EndAsync(stage, approval, Back(13), Reason));

        Assert.Equal("R-VAL-06", Assert.Single(again.Refusals).RuleId);
        Assert.Equal(
            CheckState.Cancelled,
            (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-11").State
        );
        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.FormerServiceReference)).Status
        );
        await stage.ReadAsync(
            async (_, db) =>
            {
                var application = await db.Set<Application>()
                    .SingleAsync(a => a.CaseId == stage.Case);
                application.Withdraw(
                    Actor.System(stage.Council) with
                    {
                        Role = Role.ProspectiveCarer,
                    },
                    host.Clock.Today,
                    "AW0",
                    []
                );
                return await db.SaveChangesAsync();
            }
        );
        Assert.Contains(
            "withdrawn",
            Assert
                .Single(
                    (await EndAsync(stage, approval, Back(8), Reason)).Refusals,
                    r => r.RuleId == "R-TRF-01"
                )
                .Reason
        );
    }

    [Fact]
    public async Task R_TRF_01_the_end_of_a_transfer_ends_the_approval_of_that_service_only_and_follows()
    {
        var stage = await AssessedAsync(applicants: 2);
        var moved = await RecordAsync(stage, 0, "Other  fostering", monthsAgo: null);
        var partner = await RecordAsync(stage, 1, "Third Fostering", monthsAgo: null);
        await TransferAsync(stage, "Other Fostering");

        await EndedAsync(new(2026, 8, 20));
        Assert.Equal(new DateOnly(2026, 8, 20), await EndOfAsync(moved));
        Assert.Null(await EndOfAsync(partner));
        await EndedAsync(new(2026, 9, 1));
        Assert.Equal(new DateOnly(2026, 9, 1), await EndOfAsync(moved));
        // What the assessor has found out stands.
        Ok(await EndAsync(stage, moved, new(2026, 9, 10), Reason));
        await EndedAsync(new(2026, 9, 2));
        Assert.Equal(new DateOnly(2026, 9, 10), await EndOfAsync(moved));

        async Task EndedAsync(DateOnly on) =>
            Ok(
                await stage.DoAsync<RecordOldApprovalEnd>(
                    Role.TeamManager,
                    (o, a) => o.RunAsync(new(stage.Case, on, false), a, default)
                )
            );

        Task<DateOnly?> EndOfAsync(Guid id) =>
            stage.ReadAsync(
                (_, db) =>
                    db.Set<PreviousApproval>()
                        .Where(p => p.Id == id)
                        .Select(p => p.EndedOn)
                        .SingleAsync()
            );
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task R_SOD_13_a_partner_does_not_see_that_the_others_former_service_was_asked(
        int applicants,
        bool shown
    )
    {
        var stage = await AssessedAsync(applicants);
        var approval = await RecordAsync(stage, 0, "Other Fostering", monthsAgo: 30);

        Ok(
            await stage.DoAsync<SendServiceRequest>(
                Role.Assessor,
                (o, a) =>
                    o.RunAsync(
                        new(
                            approval,
                            ServiceRequestKind.Records,
                            host.Clock.Today,
                            host.Clock.Today
                        ),
                        a,
                        default
                    )
            )
        );

        Assert.Equal(
            shown,
            (await stage.ClockAsync(DeadlineRules.RecordsAccess)).ApplicantTitle is not null
        );
    }

    [Fact]
    public async Task R_TRF_05_each_service_of_the_twelve_months_is_asked_also_when_it_is_found_later()
    {
        var stage = await AssessedAsync();
        await RecordAsync(stage, 0, "Other Fostering", monthsAgo: 8);
        var twice = await TryRecordAsync(stage, 0, " other FOSTERING", 8);
        await ChecksAsync(stage);
        Ok(await stage.Record(await FormerAsync(stage)));
        Ok(await stage.Interview(0));
        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);

        await RecordAsync(stage, 0, "Third Fostering", monthsAgo: 11);

        Assert.Equal("service", Assert.Single(twice.Refusals).Field);
        var former = (await stage.ChecksAsync()).Where(c => c.Kind == "CHK-11").ToList();
        Assert.Equal(2, former.Count);
        // The second is due, and until it is in the first alone excuses nobody.
        Assert.Equal(
            ["R-REF-01", "T-APP-05"],
            (await stage.Confirm()).Refusals.Select(r => r.RuleId).Order()
        );
        Ok(await stage.Record(former.Single(c => c.IsOpen)));
        Ok(await stage.Confirm());
    }

    [Fact]
    public async Task S3_07_once_the_report_is_shared_no_earlier_approval_is_added()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync();
        await stage.SharedAsync();

        var refused = await TryRecordAsync(stage, 0, "Other Fostering", 8);

        Assert.Equal("S3-07", Assert.Single(refused.Refusals).RuleId);
    }

    [Fact]
    public async Task S3_07_an_approval_recorded_by_mistake_is_taken_off_while_nothing_has_come_of_it()
    {
        var stage = await AssessedAsync();
        var wrong = await RecordAsync(stage, 0, "Other Fostering", monthsAgo: 8);
        await AskAsync(stage, await FormerAsync(stage));

        var brief = await RemoveAsync(stage, wrong, "Mistake");
        Ok(await RemoveAsync(stage, wrong, "It was the service of their sister."));

        Assert.Equal("R-VAL-06", Assert.Single(brief.Refusals).RuleId);
        Assert.Equal(
            CheckState.Cancelled,
            (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-11").State
        );
        var right = await RecordAsync(stage, 0, "Third Fostering", monthsAgo: 8);
        Ok(await stage.Record(await FormerAsync(stage)));
        Assert.Equal(
            "R-TRF-05",
            Assert
                .Single(
                    (await RemoveAsync(stage, right, "It was the service of a cousin.")).Refusals
                )
                .RuleId
        );

        static Task<Result> RemoveAsync(AssessmentStage stage, Guid approval, string reason) =>
            stage.DoAsync<RemovePreviousApproval>(
                Role.Assessor,
                (o, a) => o.RunAsync(new(approval, reason), a, default)
            );
    }

    private DateOnly Back(int months) => host.Clock.Today.AddMonths(-months);

    private async Task<AssessmentStage> AssessedAsync(int applicants = 1)
    {
        host.Clock.Set("2026-05-15 10:00");
        return await (await new AssessmentStage(host).ApplyAsync(applicants)).AssessAsync();
    }

    private Task<Result> TryRecordAsync(
        AssessmentStage stage,
        int applicant,
        string service,
        int? monthsAgo
    ) =>
        stage.DoAsync<RecordPreviousApproval>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        stage.Case,
                        stage.Applicants[applicant],
                        service,
                        "9 Example Way",
                        monthsAgo is { } months ? Back(months) : null
                    ),
                    a,
                    default
                )
        );

    private async Task<Guid> RecordAsync(
        AssessmentStage stage,
        int applicant,
        string service,
        int? monthsAgo
    )
    {
        Ok(await TryRecordAsync(stage, applicant, service, monthsAgo));
        return await stage.ReadAsync(
            (_, db) =>
                db.Set<PreviousApproval>()
                    .Where(p => p.CaseId == stage.Case && p.ServiceName == service)
                    .Select(p => p.Id)
                    .SingleAsync()
        );
    }

    /// <summary>Everything but the reference of a former service and the interviews comes in.</summary>
    private static async Task ChecksAsync(AssessmentStage stage)
    {
        foreach (
            var check in (await stage.ChecksAsync()).Where(c =>
                c.IsOpen && c.Kind is not ("CHK-11" or "CHK-13")
            )
        )
            Ok(await stage.Record(check));
    }

    private static async Task<Check> FormerAsync(AssessmentStage stage) =>
        (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-11" && c.IsOpen);

    private async Task AskAsync(AssessmentStage stage, Check check) =>
        Ok(
            await stage.DoAsync<RequestCheck>(
                Role.Assessor,
                (o, a) => o.RunAsync(new(check.Id, host.Clock.Today, null), a, default)
            )
        );

    private static Task<Result> EndAsync(
        AssessmentStage stage,
        Guid approval,
        DateOnly on,
        string? reason
    ) =>
        stage.DoAsync<EndPreviousApproval>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(approval, on, reason), a, default)
        );

    private async Task TransferAsync(AssessmentStage stage, string service)
    {
        Ok(
            await stage.DoAsync<OpenTransfer>(
                Role.TeamManager,
                (o, a) => o.RunAsync(new(stage.Case, service, false), a, default)
            )
        );
        Ok(
            await stage.DoAsync<TellFormerService>(
                Role.TeamManager,
                (o, a) => o.RunAsync(new(stage.Case, host.Clock.Today), a, default)
            )
        );
    }

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host)
        : PreviousApprovalTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : PreviousApprovalTests(host),
            IClassFixture<PostgresHost>;
}
