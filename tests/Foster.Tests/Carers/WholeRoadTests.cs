using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Carers;
using Foster.Web.Features.Carers.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Carers;

/// <summary>X-41: the whole road with exactly its dates, by the real operations of every feature.</summary>
public abstract class WholeRoadTests(FosterHost host)
{
    private static readonly RoadDates X41 = RoadDates.From(Day(2026, 9, 4)) with
    {
        Contacted = Day(2026, 9, 4),
        PackSent = Day(2026, 9, 4),
        Interested = Day(2026, 9, 4),
        VisitBooked = Day(2026, 9, 7),
        Visited = Day(2026, 9, 10),
        Invited = Day(2026, 9, 14),
        Drafting = Day(2026, 9, 15),
        Submitted = Day(2026, 9, 21),
        DecidedToAssess = Day(2026, 9, 28),
        ChecksAsked = Day(2026, 9, 29),
        SomeChecksIn = Day(2026, 10, 12),
        Stage1Complete = Day(2026, 11, 20),
        Stage1Passed = Day(2026, 11, 30),
        Trained = Day(2027, 1, 16),
        ReportWritten = Day(2027, 2, 8),
        ReportShared = Day(2027, 2, 15),
        ReadyForPanel = Day(2027, 2, 22),
        OnAgenda = Day(2027, 2, 23),
        PapersSent = Day(2027, 3, 2),
        Panel = Day(2027, 3, 9),
        MinutesSigned = Day(2027, 3, 17),
        Decided = Day(2027, 3, 24),
        ToldOrally = Day(2027, 3, 25),
        ToldInWriting = Day(2027, 3, 31),
        Active = Day(2027, 4, 1),
    };

    [Fact]
    public async Task X_41_every_due_date_of_the_road_from_enquiry_to_approval()
    {
        var stage = await CarerStage.RegionAsync(host);
        var road = await stage.Road(X41).ToAsync(RoadStage.Active);

        var deadlines = await stage.ReadAsync(db =>
            db.Set<Deadline>().Where(d => d.CaseId == road.CaseId).ToListAsync()
        );

        Assert.All(
            [
                (DeadlineRules.FirstContact, Day(2026, 9, 7)),
                (DeadlineRules.InitialVisit, Day(2026, 9, 11)),
                (DeadlineRules.VisitOutcome, Day(2026, 9, 17)),
                (DeadlineRules.PanelRecommendation, Day(2027, 5, 21)),
                (DeadlineRules.Stage1Decision, Day(2026, 12, 4)),
                (DeadlineRules.Observations, Day(2027, 3, 1)),
                (DeadlineRules.PanelPapers, Day(2027, 3, 2)),
                (DeadlineRules.DecisionMakerDecision, Day(2027, 3, 30)),
                (DeadlineRules.OralOutcome, Day(2027, 3, 30)),
                (DeadlineRules.WrittenOutcome, Day(2027, 4, 2)),
            ],
            ((DeadlineLine Line, DateOnly Due) expected) =>
            {
                var found = deadlines.Single(d => d.LineKey == expected.Line.Key);
                Assert.Equal((expected.Line.Key, expected.Due), (found.LineKey, found.DueOn));
                Assert.Equal(DeadlineStatus.Met, found.Status);
            }
        );
        Assert.Equal(Day(2028, 1, 24), One(deadlines, DeadlineRules.FirstReviewMeeting));
        Assert.All(
            deadlines.Where(d => d.LineKey == DeadlineRules.FirstReviewDecision.Key),
            d => Assert.Equal(Day(2028, 3, 24), d.DueOn)
        );
        // Nothing that is over is left open: what waits now belongs to the carers.
        Assert.All(
            deadlines.Where(d => d.Status == DeadlineStatus.Open),
            d => Assert.True(d.DueOn > X41.Active, $"{d.Title} is still open")
        );
    }

    [Fact]
    public async Task X_41_ends_with_active_carers_on_the_register_and_the_dates_of_every_step()
    {
        var stage = await CarerStage.RegionAsync(host);
        var road = await stage.Road(X41).ToAsync(RoadStage.Active);

        var application = await stage.ReadAsync(db =>
            db.Set<Application>().SingleAsync(a => a.CaseId == road.CaseId)
        );
        var approvals = await stage.ReadAsync(db =>
            db.Set<CarerApproval>().Where(a => a.CaseId == road.CaseId).ToListAsync()
        );
        var register = await stage.ReadAsync(db =>
            db.Set<RegisterEntry>().CountAsync(r => r.CaseId == road.CaseId)
        );

        Assert.Equal(ApplicationState.Approved, application.State);
        Assert.Equal(
            (X41.Submitted, X41.Stage1Complete, X41.ReportShared, X41.Panel, X41.Decided),
            (
                application.ReceivedOn!.Value,
                application.Stage1CompleteOn!.Value,
                application.ReportSharedOn!.Value,
                application.RecommendedOn!.Value,
                application.ApprovedOn!.Value
            )
        );
        Assert.Equal(2, approvals.Count);
        Assert.Equal(2, register);
        Assert.All(
            approvals,
            a =>
                Assert.Equal(
                    (ApprovalState.Active, X41.Decided, (DateOnly?)X41.Active),
                    (a.State, a.ApprovedOn, a.AgreementSignedOn)
                )
        );
    }

    [Fact]
    public async Task Every_step_of_the_road_is_in_the_history_with_who_in_which_role_when_and_under_which_rule()
    {
        var stage = await CarerStage.RegionAsync(host);
        var road = await stage.Road(X41).ToAsync(RoadStage.Active);

        var history = await stage.ReadAsync(db =>
            db.Set<HistoryEntry>().Where(h => h.CaseId == road.CaseId).ToListAsync()
        );

        Assert.All(history, h => Assert.NotEmpty(h.ActorName));
        Assert.All(history, h => Assert.True(h.OccurredOn <= London.DateOf(h.RecordedAt)));
        foreach (
            var rule in (string[])
                [
                    "T-ENQ-01",
                    "T-ENQ-02",
                    "T-ENQ-03",
                    "T-ENQ-04",
                    "T-ENQ-05",
                    "T-ENQ-06",
                    "T-APP-01",
                    "T-APP-02",
                    "T-APP-04",
                    "T-APP-05",
                    "T-APP-06",
                    "T-APP-09",
                    "T-APP-10",
                    "T-APP-11",
                    "T-APP-14",
                    "T-APP-15",
                    "T-CAR-01",
                    "T-CAR-02",
                ]
        )
            Assert.Contains(history, h => h.RuleIds.Split(' ').Contains(rule));
        var decided = history.Single(h => h.Kind == "decision.approved");
        Assert.Equal(
            (nameof(Role.DecisionMaker), X41.Decided),
            (decided.ActorRole, decided.OccurredOn)
        );
    }

    private static DateOnly One(List<Deadline> deadlines, DeadlineLine line) =>
        deadlines.Single(d => d.LineKey == line.Key).DueOn;

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public sealed class OnSqlite(SqliteHost on) : WholeRoadTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : WholeRoadTests(on),
            IClassFixture<PostgresHost>;
}
