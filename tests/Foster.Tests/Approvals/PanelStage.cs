using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Approvals;

/// <summary>Tells the story of a case at panel, step by step and by the real operations.</summary>
internal sealed class PanelStage(FosterHost host)
{
    public const string Adviser = "panel.adviser@foster.example";
    public const string Chair = "panel.chair@foster.example";
    public const string Member = "panel.member@foster.example";
    public const string Vice = "panel.two@foster.example";
    public const string Three = "panel.three@foster.example";
    public const string Four = "panel.four@foster.example";
    public const string DecisionMaker = "decision.maker@foster.example";
    public const string Assessor = "assessor@foster.example";
    public const string Manager = "manager@foster.example";

    public const string Why = "They meet every standard and know the area well.";

    public static ApprovalTerms Terms { get; } = new(2, 0, 10, "short term");

    public static readonly string[] Everybody = [Chair, Member, Vice, Three, Four];

    public static Role RoleOf(string name) =>
        name switch
        {
            Adviser => Role.PanelAdviser,
            Chair => Role.PanelChair,
            DecisionMaker => Role.DecisionMaker,
            Assessor => Role.Assessor,
            Manager => Role.TeamManager,
            _ => Role.PanelMember,
        };

    public Task<Guid> AccountAsync(string name) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Users.Where(u => u.UserName == name)
                .Select(u => u.Id)
                .SingleAsync()
        );

    /// <summary>Does something as this person in their role, or in another that they hold.</summary>
    public Task<T> AsAsync<T>(
        string name,
        Func<IServiceProvider, Actor, Task<T>> act,
        Role? role = null
    ) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var account = await db.Users.SingleAsync(u => u.UserName == name);
            var council = await db.Set<RoleAssignment>()
                .Where(r => r.AccountId == account.Id)
                .Select(r => r.CouncilId)
                .FirstAsync();
            var actor = await s.GetRequiredService<ActorSource>()
                .EnterAsync(account.Id, council, role ?? RoleOf(name), default);
            return await act(s, actor!);
        });

    /// <summary>Looks at the home council's database as Foster itself.</summary>
    public Task<T> LookAsync<T>(Func<FosterDb, Task<T>> look) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.IsIntake);
            s.GetRequiredService<ActorSource>().System(council.Id);
            return await look(db);
        });

    public Task GrantAsync(string name, Role role) =>
        LookAsync(async db =>
        {
            var account = await db.Users.SingleAsync(u => u.UserName == name);
            var council = await db.Set<Council>().SingleAsync(c => c.IsIntake);
            db.Add(
                new RoleAssignment
                {
                    AccountId = account.Id,
                    CouncilId = council.Id,
                    Role = role,
                }
            );
            return await db.SaveChangesAsync();
        });

    /// <summary>A couple whose report has been shared and whose observations are in.</summary>
    public Task<Guid> ReadyAsync(int daysAgo = 30, DateOnly? firstBorn = null) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.IsIntake);
            var system = s.GetRequiredService<ActorSource>().System(council.Id);
            var on = s.GetRequiredService<LondonClock>().Today.AddDays(-daysAgo);
            // Other people each time: nobody is approved twice (R-VAL-09).
            var born =
                firstBorn ?? new DateOnly(1980, 2, 29).AddDays(-Interlocked.Increment(ref couples));
            var opened = await s.GetRequiredService<OpenCase>()
                .RunAsync(
                    new(
                        council.Id,
                        [
                            new("Zoë", "Demo-Hall", born, "zoe@foster.example", null),
                            new("Max", "Demo-Hall", born.AddYears(1), null, "0151 496 0444"),
                        ],
                        [],
                        null,
                        on
                    ),
                    system,
                    default
                );
            var assessor = await db.Users.SingleAsync(u => u.UserName == Assessor);
            db.Add(
                new Allocation
                {
                    CouncilId = council.Id,
                    CaseId = opened.Case.Id,
                    AccountId = assessor.Id,
                    Role = Role.Assessor,
                    From = on,
                }
            );
            db.Add(Walked(opened.Case, on));
            AddReport(db, opened.Case, on);
            await s.GetRequiredService<DeadlineBook>()
                .OpenAsync(
                    council.Id,
                    opened.Case.Id,
                    opened.Case.Id,
                    DeadlineRules.PanelRecommendation,
                    on,
                    Role.PanelAdviser,
                    default
                );
            await db.SaveChangesAsync();
            return opened.Case.Id;
        });

    public async Task<PanelMeeting> MeetingAsync(DateOnly on, bool joint = false) =>
        (
            await AsAsync(
                Adviser,
                (s, a) =>
                    s.GetRequiredService<ScheduleMeeting>()
                        .RunAsync(new(on, Minute(), "Room 2", false, joint), a, default)
            )
        ).Value;

    public async Task<Guid> ListAsync(Guid caseId, PanelMeeting meeting) =>
        (
            await AsAsync(
                Adviser,
                (s, a) =>
                    s.GetRequiredService<PutOnAgenda>()
                        .RunAsync(new(caseId, meeting.Id), a, default)
            )
        )
            .Value
            .Id;

    public Task<Result> SendPapersAsync(Guid item) =>
        AsAsync(
            Adviser,
            (s, a) => s.GetRequiredService<SendPapers>().RunAsync(new(item), a, default)
        );

    public Task<Result> DeclareAsync(string name, Guid item, bool conflict = false) =>
        AsAsync(
            name,
            (s, a) =>
                s.GetRequiredService<DeclareInterest>()
                    .RunAsync(new(item, conflict, conflict ? "My neighbour" : null), a, default)
        );

    public async Task<Result> AttendAsync(PanelMeeting meeting, params string[] came)
    {
        var ids = new List<Guid>();
        foreach (var name in came)
            ids.Add(await AccountAsync(name));
        return await AsAsync(
            Adviser,
            (s, a) =>
                s.GetRequiredService<RecordAttendance>().RunAsync(new(meeting.Id, ids), a, default)
        );
    }

    public Task<Result> RecommendAsync(Guid item, string by = Adviser) =>
        AsAsync(
            by,
            (s, a) =>
                s.GetRequiredService<RecordRecommendation>()
                    .RunAsync(
                        new(item, RecommendationOutcome.Approve, Why, Terms, null),
                        a,
                        default
                    )
        );

    public Task<Result> WriteAsync(Guid item, bool final = true) =>
        AsAsync(
            Adviser,
            (s, a) =>
                s.GetRequiredService<WriteMinutes>()
                    .RunAsync(
                        new(item, "The social worker asked about support.", Why, final),
                        a,
                        default
                    )
        );

    public Task<Result> SignAsync(Guid item, string by = Chair) =>
        AsAsync(by, (s, a) => s.GetRequiredService<SignMinutes>().RunAsync(new(item), a, default));

    public Task<Result> ToDecisionAsync(Guid item, DateOnly? on = null) =>
        AsAsync(
            Adviser,
            (s, a) =>
                s.GetRequiredService<SendToDecisionMaker>()
                    .RunAsync(new(item, on ?? host.Clock.Today), a, default)
        );

    public Task<Result<Decision>> ApproveAsync(
        Guid caseId,
        string by = DecisionMaker,
        Func<ApproveInput, ApproveInput>? change = null
    )
    {
        var input = new ApproveInput(
            caseId,
            Why,
            "The report and the minutes",
            ReadEverything.All,
            Terms,
            false,
            null
        );
        return AsAsync(
            by,
            (s, a) =>
                s.GetRequiredService<Approve>()
                    .RunAsync(change?.Invoke(input) ?? input, a, default),
            Role.DecisionMaker
        );
    }

    /// <summary>From the agenda to the meeting, at which everybody is present without conflict.</summary>
    public async Task<Guid> MetAsync(Guid caseId, PanelMeeting meeting)
    {
        var item = await ListAsync(caseId, meeting);
        Ok(await SendPapersAsync(item));
        foreach (var name in Everybody)
            Ok(await DeclareAsync(name, item));
        host.Clock.Set($"{meeting.On:yyyy-MM-dd} 15:00");
        Ok(await AttendAsync(meeting, Everybody));
        return item;
    }

    /// <summary>…and on to the decision maker, all on the day of the meeting.</summary>
    public async Task<Guid> AwaitingAsync(Guid caseId, PanelMeeting meeting)
    {
        var item = await MetAsync(caseId, meeting);
        Ok(await RecommendAsync(item));
        Ok(await WriteAsync(item));
        Ok(await SignAsync(item));
        Ok(await ToDecisionAsync(item));
        return item;
    }

    public Task<ApplicationState> StateAsync(Guid caseId) =>
        LookAsync(db =>
            db.Set<Application>().Where(a => a.CaseId == caseId).Select(a => a.State).SingleAsync()
        );

    public Task<Deadline> DeadlineAsync(Guid caseId, DeadlineLine line) =>
        LookAsync(db =>
            db.Set<Deadline>()
                .Where(d => d.CaseId == caseId && d.LineKey == line.Key)
                .OrderByDescending(d => d.Id)
                .FirstAsync()
        );

    public static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public static void RefusedBy(Result result, string rule) =>
        Assert.Contains(result.Refusals, r => r.RuleId == rule);

    private static int minutes;
    private static int couples;

    private static TimeOnly Minute() =>
        new TimeOnly(6, 0).AddMinutes(Interlocked.Increment(ref minutes));

    private static Application Walked(Case of, DateOnly on)
    {
        Actor By(Role role) => new(Guid.Empty, "Seed", role, of.CouncilId);
        var application = new Application
        {
            CouncilId = of.CouncilId,
            CaseId = of.Id,
            CreatedOn = on,
        };
        Ok(application.Submit(By(Role.ProspectiveCarer), on, []));
        Ok(application.DecideToAssess(By(Role.TeamManager), on, []));
        Ok(application.OpenStage2(By(Role.TeamManager), on, []));
        Ok(application.CompleteStage1(By(Role.Assessor), on, []));
        Ok(application.PassStage1(By(Role.TeamManager), on, []));
        Ok(application.ShareReport(By(Role.Assessor), on, []));
        Ok(application.MakeReady(By(Role.Assessor), on, []));
        return application;
    }

    private static void AddReport(FosterDb db, Case of, DateOnly on)
    {
        var report = new AssessmentReport { CouncilId = of.CouncilId, CaseId = of.Id };
        report.Write(
            new ReportWords(Summary: "Warm and steady.", Annex: "In confidence."),
            Terms,
            "Seed"
        );
        report.Share(on);
        db.Add(report);
        db.Add(
            Renditions.Of(
                RenditionKind.PanelCopy,
                report,
                Renditions.ForPanel(report, [], "All checks are in."),
                on
            )
        );
    }
}
