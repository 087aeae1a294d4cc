using Foster.TestKit;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Web.Foundation.Clock.DeadlineRules;

namespace Foster.Tests.Reminders;

/// <summary>
/// The reminder table (§9, REM-01 to REM-45, and REM-46 and REM-47 of our own) row by row: who is told on which day, counted by hand from clocks that all
/// start on Monday 1 June 2026, and what waits for its subject.
/// </summary>
public abstract class ReminderTableTests(FosterHost host)
{
    private const string Start = "2026-06-01";

    /// <summary>Rows whose subject Foster does not have yet, with the clocks that will show that it has.</summary>
    private static readonly Dictionary<string, DeadlineLine[]> Waiting = new()
    {
        ["REM-15"] = [RepresentationsWindow, DecisionWithoutRepresentations],
        ["REM-16"] = [IndependentReviewPapers],
        ["REM-21"] = [LaterReview],
        ["REM-23"] = [HomeInspection],
        ["REM-24"] = [Supervision, SupervisionClose, SupervisionWithoutPlacement],
        ["REM-26"] = [DbsRenewal],
        ["REM-27"] = [HouseholdMemberComesOfAge],
        ["REM-28"] = [MedicalUpdate],
        ["REM-29"] = [CouncilChecksRepeated],
        ["REM-30"] = [CourseRefresh],
        ["REM-31"] = [InsuranceSeen],
        ["REM-32"] = [HomeSafetyReview],
        ["REM-33"] = [TemporaryApprovalEnds],
        ["REM-34"] = [ExtendedTemporaryApprovalEnds],
        ["REM-35"] = [ResignationEnds],
        ["REM-36"] = [AllegationReferral],
        ["REM-37"] = [NotifiableEvent],
        ["REM-38"] = [ComplaintStage1, ComplaintStage2, ComplaintStage3],
        ["REM-43"] = [EmergencyOverTerms],
        ["REM-44"] = [PanelMemberDbs, PanelAppraisal],
        ["REM-45"] = [HoldReview],
    };

    /// <summary>Clocks by rule, whose they are, and the instants at which the table says who is told.</summary>
    private static readonly (
        string Rule,
        DeadlineLine Line,
        string From,
        Role Holder,
        string[] Told
    )[] Table =
    [
        (
            "REM-01",
            FirstContact,
            Start,
            Role.RecruitmentOfficer,
            [
                "06-02 09:00 RecruitmentOfficer",
                "06-02 17:00 RecruitmentOfficer TeamManager",
                "06-03 ServiceManager TeamManager",
            ]
        ),
        (
            "REM-02",
            InitialVisit,
            Start,
            Role.RecruitmentOfficer,
            ["06-04 RecruitmentOfficer", "06-08 TeamManager", "06-11 ServiceManager TeamManager"]
        ),
        // Two months on is Saturday 1 August; five working days before that is Monday 27 July.
        (
            "REM-07",
            MidwayReview,
            Start,
            Role.TeamManager,
            ["07-27 TeamManager", "08-01 TeamManager"]
        ),
        ("REM-03", VisitOutcome, Start, Role.Assessor, ["06-04 Assessor", "06-08 TeamManager"]),
        ("REM-04", FirstChase, Start, Role.Assessor, ["06-15 Assessor"]),
        ("REM-04", ThirdChase, Start, Role.Assessor, ["07-13 Assessor TeamManager"]),
        (
            "REM-05",
            Stage1Decision,
            Start,
            Role.TeamManager,
            [
                "06-08 Assessor",
                "06-11 TeamManager",
                "06-15 TeamManager",
                "06-16 DecisionMaker HeadOfService",
            ]
        ),
        ("REM-06", Stage1Target, Start, Role.Assessor, ["07-20 Assessor", "08-01 TeamManager"]),
        (
            "REM-08",
            PanelRecommendation,
            Start,
            Role.PanelAdviser,
            [
                "10-01 Assessor PanelAdviser TeamManager",
                "12-01 Assessor PanelAdviser TeamManager",
                "2027-01-01 Assessor PanelAdviser TeamManager",
                "2027-01-04 Assessor PanelAdviser TeamManager",
                "2027-02-01 DecisionMaker HeadOfService",
            ]
        ),
        ("REM-09", Observations, Start, Role.ProspectiveCarer, ["06-10 Assessor Household"]),
        (
            "REM-10",
            PanelPapers,
            "2026-06-29",
            Role.PanelAdviser,
            ["06-15 PanelAdviser", "06-18 PanelAdviser", "06-22 PanelChair"]
        ),
        (
            "REM-11",
            PanelMinutes,
            Start,
            Role.PanelAdviser,
            ["06-04 PanelAdviser PanelChair", "06-08 TeamManager"]
        ),
        (
            "REM-12",
            DecisionMakerDecision,
            Start,
            Role.DecisionMaker,
            [
                "06-04 DecisionMaker",
                "06-08 DecisionMaker",
                "06-09 DecisionMaker",
                "06-10 17:00 ServiceManager",
            ]
        ),
        ("REM-13", OralOutcome, Start, Role.Assessor, ["06-02 Assessor", "06-03 TeamManager"]),
        (
            "REM-14",
            WrittenOutcome,
            Start,
            Role.PanelAdviser,
            ["06-04 PanelAdviser", "06-08 TeamManager"]
        ),
        (
            "REM-17",
            AgreementSigned,
            Start,
            Role.SupervisingSocialWorker,
            ["06-10 Household SupervisingSocialWorker", "06-15 TeamManager"]
        ),
        (
            "REM-18",
            SupervisorNamed,
            Start,
            Role.TeamManager,
            ["06-04 TeamManager", "06-11 ServiceManager TeamManager"]
        ),
        (
            "REM-19",
            FirstReviewMeeting,
            Start,
            Role.SupervisingSocialWorker,
            [
                "2027-01-31 SupervisingSocialWorker",
                "2027-03-02 SupervisingSocialWorker",
                "2027-04-01 TeamManager",
            ]
        ),
        (
            "REM-20",
            FirstReviewDecision,
            Start,
            Role.SupervisingSocialWorker,
            [
                "2027-03-03 PanelAdviser SupervisingSocialWorker",
                "2027-04-02 PanelAdviser SupervisingSocialWorker",
                "2027-05-02 PanelAdviser SupervisingSocialWorker",
                "2027-05-18 PanelAdviser SupervisingSocialWorker",
                "2027-06-01 ServiceManager TeamManager",
            ]
        ),
        (
            "REM-22",
            UnannouncedVisit,
            Start,
            Role.SupervisingSocialWorker,
            [
                "2027-03-03 SupervisingSocialWorker",
                "2027-05-02 SupervisingSocialWorker",
                "2027-06-04 ServiceManager TeamManager",
            ]
        ),
        (
            "REM-25",
            TrainingStandards,
            Start,
            Role.SupervisingSocialWorker,
            [
                "12-01 Household SupervisingSocialWorker",
                "2027-03-01 Household SupervisingSocialWorker",
                "2027-05-01 Household SupervisingSocialWorker",
                "2027-06-01 TeamManager",
            ]
        ),
        // The notice and 28 days is Monday 29 June; 14 days before that is Monday 15 June.
        (
            "REM-39",
            TransferMeeting,
            Start,
            Role.SupervisingSocialWorker,
            ["06-15 SupervisingSocialWorker", "06-29 TeamManager"]
        ),
        // Fifteen working days on is Monday 22 June; three more is Thursday 25 June.
        (
            "REM-40",
            RecordsAccess,
            Start,
            Role.PanelAdviser,
            ["06-15 PanelAdviser", "06-25 ServiceManager TeamManager"]
        ),
        (
            "REM-41",
            SubjectAccess,
            Start,
            Role.PanelAdviser,
            ["06-17 RecordsOfficer", "07-15 DecisionMaker HeadOfService"]
        ),
        ("REM-42", ApplicantRecordKept, Start, Role.PanelAdviser, ["2029-03-01 RecordsOfficer"]),
        (
            "REM-46",
            QuestionAnswered,
            Start,
            Role.Assessor,
            ["06-05 Assessor", "06-08 TeamManager", "06-11 ServiceManager TeamManager"]
        ),
        (
            "REM-47",
            ConnectedContact,
            Start,
            Role.TeamManager,
            ["06-02 09:00 TeamManager", "06-02 17:00 ServiceManager TeamManager"]
        ),
        // Twenty-eight days on is Monday 29 June; five working days before is Monday 22 June, three after Thursday 2 July.
        (
            "REM-48",
            ReferenceGiven,
            Start,
            Role.PanelAdviser,
            ["06-22 PanelAdviser", "07-02 ServiceManager TeamManager"]
        ),
    ];

    [Fact]
    public async Task Each_row_tells_whom_the_table_names_on_its_day_once_and_on_no_other()
    {
        host.Clock.Set("2026-06-01 06:00");
        var stage = new ReminderStage(host);
        await stage.SetAsync();
        var caseId = await stage.CaseAsync();
        var clocks = new Dictionary<Guid, int>();
        for (var i = 0; i < Table.Length; i++)
            clocks[
                (await stage.ClockAsync(caseId, Table[i].Line, Table[i].From, Table[i].Holder)).Id
            ] = i;

        foreach (var day in Days())
        {
            await stage.PlanAsync($"{day:yyyy-MM-dd} 07:30");
            await stage.PlanAsync($"{day:yyyy-MM-dd} 09:00", ReminderSweep.Timed);
            await stage.PlanAsync($"{day:yyyy-MM-dd} 16:59", ReminderSweep.Timed);
            await stage.PlanAsync($"{day:yyyy-MM-dd} 17:00", ReminderSweep.Timed);
        }

        var ledger = await stage.LedgerAsync();
        for (var i = 0; i < Table.Length; i++)
        {
            var row = Table[i];
            var told = ledger
                .Where(r => clocks[r.DeadlineId] == i)
                .GroupBy(r => London.Wall(r.PlannedAt))
                .Select(g =>
                    $"{g.Key:yyyy-MM-dd}{(g.Key.TimeOfDay == new TimeSpan(7, 30, 0) ? "" : $" {g.Key:HH:mm}")} "
                    + string.Join(' ', g.Select(r => r.As).Order(StringComparer.Ordinal))
                );
            Assert.Equal(
                $"{row.Rule}: {string.Join("; ", row.Told.Select(Whole))}",
                $"{row.Rule}: {string.Join("; ", told)}"
            );
        }
        Assert.All(ledger, r => Assert.Equal(ReminderState.Planned, r.State));
        Assert.Equal(Table.Select(t => t.Rule).ToHashSet(), [.. ledger.Select(r => r.RuleId)]);
    }

    [Fact]
    public async Task Every_row_of_the_table_has_its_entry_or_waits_for_its_subject()
    {
        var rules = await host.InScopeAsync(s =>
            Task.FromResult(s.GetRequiredService<ReminderRules>().All)
        );
        Assert.Equal(
            Enumerable.Range(1, 48).Select(n => $"REM-{n:00}"),
            rules.Select(r => r.Id).Concat(Waiting.Keys).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            rules.Select(r => r.Id).Order(StringComparer.Ordinal),
            Table.Select(t => t.Rule).Distinct().Order(StringComparer.Ordinal)
        );

        // The demonstration walks the whole road: a clock that it starts is a subject that is there.
        var keys = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Deadline>()
                .IgnoreQueryFilters()
                .Select(d => d.LineKey)
                .Distinct()
                .ToListAsync()
        );
        Assert.Empty(
            Waiting
                .Where(w => w.Value.Any(l => keys.Contains(l.Key)))
                .Select(w => $"{w.Key} has its subject now and needs an entry")
        );
    }

    private static string Whole(string told) =>
        told.StartsWith("20", StringComparison.Ordinal) ? told : $"2026-{told}";

    /// <summary>Every day of the first weeks, and later those of the table with the day before each.</summary>
    private static IEnumerable<DateOnly> Days()
    {
        var first = DateOnly.Parse(Start);
        return Enumerable
            .Range(0, 50)
            .Select(first.AddDays)
            .Concat(
                Table
                    .SelectMany(t => t.Told)
                    .Select(t => DateOnly.Parse(Whole(t)[..10]))
                    .SelectMany(d => new[] { d.AddDays(-1), d, d.AddDays(1) })
            )
            .Distinct()
            .Order();
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : ReminderTableTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : ReminderTableTests(host),
            IClassFixture<PostgresDemoHost>;
}
