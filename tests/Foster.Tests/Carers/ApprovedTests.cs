using Foster.TestKit;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Carers;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Carers;

/// <summary>What an approval starts (T-CAR-01).</summary>
public abstract class ApprovedTests(FosterHost host)
{
    [Fact]
    public async Task X_28_review_and_training_dates_count_from_the_decision()
    {
        host.Clock.Set("2026-03-16 10:00");
        var stage = await new CarerStage(host).ApproveAsync(carers: 1);

        var due = await Due(stage);

        Assert.Equal(new DateOnly(2027, 1, 16), due[DeadlineRules.FirstReviewMeeting.Key]);
        Assert.Equal(new DateOnly(2027, 3, 16), due[DeadlineRules.FirstReviewDecision.Key]);
        Assert.Equal(new DateOnly(2027, 3, 16), due[DeadlineRules.TrainingStandards.Key]);
        Assert.DoesNotContain(DeadlineRules.TrainingStandardsConnected.Key, due.Keys);
    }

    [Fact]
    public async Task X_28_a_connected_person_has_18_months_for_the_training_standards()
    {
        host.Clock.Set("2026-03-16 10:00");
        var terms = new ApprovalTerms(1, 3, 3, "family and friends", NamedChildReference: "C-1042");
        var stage = await new CarerStage(host).ApproveAsync(carers: 1, terms);

        var due = await Due(stage);

        Assert.Equal(new DateOnly(2027, 9, 16), due[DeadlineRules.TrainingStandardsConnected.Key]);
        Assert.DoesNotContain(DeadlineRules.TrainingStandards.Key, due.Keys);
    }

    [Fact]
    public async Task R_SUP_01_and_R_AGR_01_start_their_clocks_with_their_holders()
    {
        host.Clock.Set("2026-03-16 10:00");
        var stage = await new CarerStage(host).ApproveAsync();

        var rows = await stage.ReadAsync(db =>
            db.Set<Deadline>().Where(d => d.CaseId == stage.Case).ToListAsync()
        );

        var named = rows.Single(d => d.LineKey == DeadlineRules.SupervisorNamed.Key);
        Assert.Equal(
            (new DateOnly(2026, 3, 23), nameof(Role.TeamManager)),
            (named.DueOn, named.HolderRole)
        );
        var signed = rows.Single(d => d.LineKey == DeadlineRules.AgreementSigned.Key);
        Assert.Equal(
            (new DateOnly(2026, 3, 30), nameof(Role.SupervisingSocialWorker)),
            (signed.DueOn, signed.HolderRole)
        );
        // One meeting for the household, a decision and a training portfolio for each of the two (R-REV-10, R-DEV-02).
        Assert.Single(rows, d => d.LineKey == DeadlineRules.FirstReviewMeeting.Key);
        Assert.Equal(2, rows.Count(d => d.LineKey == DeadlineRules.FirstReviewDecision.Key));
        Assert.Equal(2, rows.Count(d => d.LineKey == DeadlineRules.TrainingStandards.Key));
        var visit = rows.Single(d => d.LineKey == DeadlineRules.UnannouncedVisit.Key);
        Assert.Equal(new DateOnly(2027, 3, 16), visit.DueOn);
        Assert.Null(visit.ApplicantTitle);
    }

    [Fact]
    public async Task R_REG_01_each_of_a_couple_gets_an_approval_and_a_register_row_of_their_own()
    {
        host.Clock.Set("2026-03-16 10:00");
        var stage = await new CarerStage(host).ApproveAsync();

        var approvals = await stage.ReadAsync(db =>
            db.Set<CarerApproval>().Where(a => a.CaseId == stage.Case).ToListAsync()
        );
        var rows = await stage.ReadAsync(db =>
            db.Set<RegisterEntry>()
                .Where(r => r.CaseId == stage.Case)
                .OrderBy(r => r.DateOfBirth)
                .ToListAsync()
        );

        Assert.Equal(stage.People.Order(), approvals.Select(a => a.PersonId).Order());
        Assert.All(
            approvals,
            a =>
                Assert.Equal(
                    (
                        ApprovalState.ApprovedAgreementPending,
                        new DateOnly(2026, 3, 16),
                        CarerStage.Terms
                    ),
                    (a.State, a.ApprovedOn, a.Terms)
                )
        );
        Assert.Equal(["Robin Demo-Carer", "Alex Demo-Carer"], rows.Select(r => r.Name));
        Assert.All(rows, r => Assert.Equal("3 Example Road, Harbourside, CH41 1AA", r.Address));
        Assert.Equal(new DateOnly(1981, 3, 4), rows[0].DateOfBirth);
        Assert.Equal("up to 2 children aged 5 to 11; short term", rows[0].Terms);
        Assert.Equal(new DateOnly(2026, 3, 16), rows[0].ApprovedOn);
    }

    [Fact]
    public async Task R_AGR_02_the_agreement_holds_every_heading_and_the_terms()
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var agreement = await stage.ReadAsync(db =>
            db.Set<Agreement>().SingleAsync(a => a.CaseId == stage.Case)
        );

        foreach (
            var part in (string[])
                [
                    "terms of approval",
                    "up to 2 children aged 5 to 11; short term",
                    "Support and training",
                    "Reviews",
                    "placed",
                    "legal liabilities",
                    "complaints",
                    "member of your own family",
                    "in writing",
                    "change of address",
                    "who lives in your household",
                    "adopt or to mind children",
                    "corporal punishment",
                    "in confidence",
                    "placement plan and the policies",
                    "significant events",
                    "no longer suitable",
                ]
        )
            Assert.Contains(part, agreement.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Applicants_become_carers_and_are_told_by_mail_without_any_detail()
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var roles = await stage.ReadAsync(db =>
            db.Set<RoleAssignment>()
                .Where(r => stage.Carers.Contains(r.AccountId))
                .Select(r => r.Role)
                .ToListAsync()
        );
        var mails = await stage.ReadAsync(db =>
            db.Set<OutboxMessage>().Where(m => m.CaseId == stage.Case).ToListAsync()
        );

        Assert.Equal([Role.ApprovedCarer, Role.ApprovedCarer], roles);
        Assert.Equal(2, mails.Count);
        Assert.All(mails, m => Assert.DoesNotContain("children", m.Subject));
    }

    [Fact]
    public async Task The_history_says_that_the_system_did_it_and_under_which_rules()
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var entry = await stage.ReadAsync(db =>
            db.Set<HistoryEntry>()
                .SingleAsync(h => h.CaseId == stage.Case && h.Kind == "carer.registered")
        );

        Assert.Equal(nameof(Role.System), entry.ActorRole);
        Assert.Equal("T-CAR-01 R-REG-01 R-AGR-01", entry.RuleIds);
        Assert.True(entry.IsTold);
    }

    [Fact]
    public async Task Terms_that_are_not_valid_stop_the_whole_approval()
    {
        var stage = new CarerStage(host);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stage.ApproveAsync(terms: new ApprovalTerms(9, 5, 11, "short term"))
        );

        Assert.False(
            await stage.ReadAsync(db =>
                db.Set<CarerApproval>().AnyAsync(a => a.CaseId == stage.Case)
            )
        );
    }

    private static async Task<Dictionary<string, DateOnly>> Due(CarerStage stage) =>
        (
            await stage.ReadAsync(db =>
                db.Set<Deadline>().Where(d => d.CaseId == stage.Case).ToListAsync()
            )
        ).ToDictionary(d => d.LineKey, d => d.DueOn);

    public sealed class OnSqlite(SqliteHost on) : ApprovedTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : ApprovedTests(on),
            IClassFixture<PostgresHost>;
}
