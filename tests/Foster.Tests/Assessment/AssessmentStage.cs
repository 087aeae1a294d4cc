using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Assessment;

/// <summary>A council of its own with its people, and a household that has applied; then told step by step.</summary>
internal sealed class AssessmentStage(FosterHost host)
{
    public const string Why = "Everything we have read speaks for this decision.";
    public const string Words =
        "We talked for an hour about how they care for children and what worries them.";

    public Guid Council { get; private set; }
    public Guid Case { get; private set; }
    public List<Guid> Applicants { get; } = [];
    public List<Guid> Others { get; } = [];
    public List<Guid> Referees { get; } = [];
    public List<Guid> ApplicantAccounts { get; } = [];
    public Dictionary<Role, Guid> Staff { get; } = [];
    public Dictionary<Role, string> SignIns { get; } = [];
    public string ApplicantSignIn { get; private set; } = "";

    /// <summary>The household has applied on the day on which the clock stands.</summary>
    public async Task<AssessmentStage> ApplyAsync(
        int applicants = 1,
        string postcode = "AB1 2CD",
        params NewPerson[] others
    )
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = DemoCouncils.Westmoor();
            council = new Council
            {
                Name = "Stage Council",
                Code = Unique.Code(),
                TeamName = council.TeamName,
                Telephone = council.Telephone,
                OpeningHours = council.OpeningHours,
                OutOfHoursTelephone = council.OutOfHoursTelephone,
                Email = council.Email,
                PostalAddress = council.PostalAddress,
                PrivacyNoticeVersion = "1",
                PrivacyNotice = "Notice",
            };
            Council = council.Id;
            db.Add(council);
            if (!await db.Set<PostcodeDistrict>().AnyAsync(d => d.District == "AB1"))
                db.Add(new PostcodeDistrict { District = "AB1", CouncilId = Council });
            else
                (await db.Set<PostcodeDistrict>().SingleAsync(d => d.District == "AB1")).CouncilId =
                    Council;
            await db.SaveChangesAsync();
            foreach (var role in (Role[])[Role.TeamManager, Role.Assessor, Role.DecisionMaker])
                Staff[role] = await AccountAsync(services, $"Stage {role}", role);
            var system = services.GetRequiredService<ActorSource>().System(Council);
            var opened = await services
                .GetRequiredService<OpenCase>()
                .RunAsync(
                    new(
                        Council,
                        [
                            .. Enumerable
                                .Range(1, applicants)
                                .Select(n => new NewPerson(
                                    n == 1 ? "Robin" : "Alex",
                                    "Stage-Demo",
                                    new DateOnly(1980 + n, 3, 4),
                                    $"stage{n}@foster.example",
                                    null
                                )),
                        ],
                        others,
                        new("3 Example Road", "Stage", postcode),
                        host.Clock.Today
                    ),
                    system,
                    default
                );
            Case = opened.Case.Id;
            Applicants.AddRange(opened.Applicants.Select(p => p.Id));
            Others.AddRange(
                db.Set<Membership>()
                    .Local.Where(m => !m.IsApplicant)
                    .OrderBy(m => m.Position)
                    .Select(m => m.PersonId)
            );
            await db.SaveChangesAsync();
            await RecordsAsync(services, system);
        });
        return this;
    }

    public Task<Result> DoAsync<TOperation>(Role role, Func<TOperation, Actor, Task<Result>> act)
        where TOperation : notnull => AsAsync(Staff[role], role, act);

    public Task<Result> AsApplicantAsync<TOperation>(
        int index,
        Func<TOperation, Actor, Task<Result>> act
    )
        where TOperation : notnull => AsAsync(ApplicantAccounts[index], Role.ProspectiveCarer, act);

    public Task<Result> AsAsync<TOperation>(
        Guid account,
        Role role,
        Func<TOperation, Actor, Task<Result>> act
    )
        where TOperation : notnull =>
        host.InScopeAsync(async services =>
        {
            var actor =
                await services
                    .GetRequiredService<ActorSource>()
                    .EnterAsync(account, Council, role, default)
                ?? throw new InvalidOperationException($"{role} may not enter.");
            return await act(services.GetRequiredService<TOperation>(), actor);
        });

    public Task<T> ReadAsync<T>(Func<IServiceProvider, FosterDb, Task<T>> read) =>
        host.InScopeAsync(services =>
        {
            services.GetRequiredService<ActorSource>().System(Council);
            return read(services, services.GetRequiredService<FosterDb>());
        });

    public Task<Application> ApplicationAsync() =>
        ReadAsync(
            (_, db) => db.Set<Application>().AsNoTracking().SingleAsync(a => a.CaseId == Case)
        );

    public Task<List<Check>> ChecksAsync() =>
        ReadAsync(
            (_, db) =>
                db.Set<Check>()
                    .AsNoTracking()
                    .Where(c => c.CaseId == Case)
                    .OrderBy(c => c.Kind)
                    .ToListAsync()
        );

    public Task<Deadline> ClockAsync(DeadlineLine line) =>
        ReadAsync(
            (_, db) =>
                db.Set<Deadline>()
                    .AsNoTracking()
                    .SingleAsync(d => d.CaseId == Case && d.LineKey == line.Key)
        );

    public async Task<AssessmentStage> AssessAsync() => await Must(Decide());

    public Task<Result> Decide(Guid? assessor = null) =>
        DoAsync<DecideToAssess>(
            Role.TeamManager,
            (o, a) =>
                o.RunAsync(
                    new(Case, host.Clock.Today, Why, assessor ?? Staff[Role.Assessor], true),
                    a,
                    default
                )
        );

    /// <summary>Records one check as clear on the clock's day.</summary>
    public Task<Result> Record(
        Check check,
        CheckOutcome outcome = CheckOutcome.Clear,
        string? note = null
    ) =>
        DoAsync<RecordCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        check.Id,
                        host.Clock.Today,
                        outcome,
                        note,
                        host.Clock.Today,
                        "001234567890",
                        host.Clock.Today,
                        false,
                        // Of whoever is not asked in the application a consent on paper is seen.
                        host.Clock.Today
                    ),
                    a,
                    default
                )
        );

    public Task<Result> Interview(int referee, DateOnly? on = null) =>
        DoAsync<RecordRefereeInterview>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        Referees[referee],
                        on ?? host.Clock.Today,
                        host.Clock.Today,
                        $"{Words}\n\nThis sentence was said in confidence: SECRET-REFERENCE.",
                        false,
                        new HashSet<int> { 2 }
                    ),
                    a,
                    default
                )
        );

    /// <summary>Everything of stage 1 comes in on the clock's day, and Foster marks it complete.</summary>
    public async Task<AssessmentStage> CompleteAsync()
    {
        foreach (var check in (await ChecksAsync()).Where(c => c.IsOpen && c.Kind != "CHK-13"))
            await Must(Record(check));
        await Must(Interview(0));
        return await Must(Interview(1));
    }

    public async Task<AssessmentStage> PassAsync()
    {
        await Must(Confirm());
        return await Must(Pass(Staff[Role.TeamManager]));
    }

    public Task<Result> Confirm() =>
        DoAsync<CompleteStage1>(Role.Assessor, (o, a) => o.RunAsync(new(Case), a, default));

    public Task<Result> Pass(Guid account) =>
        AsAsync<PassStage1>(
            account,
            Role.TeamManager,
            (o, a) => o.RunAsync(new(Case, host.Clock.Today, Why, true), a, default)
        );

    public async Task<AssessmentStage> OpenStage2Async() =>
        await Must(
            DoAsync<OpenStage2>(
                Role.TeamManager,
                (o, a) => o.RunAsync(new(Case, host.Clock.Today), a, default)
            )
        );

    public async Task<AssessmentStage> PrepareAsync()
    {
        foreach (var person in Applicants)
            await Must(
                DoAsync<RecordTraining>(
                    Role.Assessor,
                    (o, a) =>
                        o.RunAsync(
                            new(
                                Case,
                                person,
                                [.. PreparationSessions.All.Select(s => s.Key)],
                                host.Clock.Today,
                                "Thoughtful"
                            ),
                            a,
                            default
                        )
                )
            );
        return this;
    }

    public async Task<AssessmentStage> WriteAsync(ApprovalTerms? terms = null)
    {
        await Must(
            DoAsync<SaveReport>(
                Role.Assessor,
                (o, a) =>
                    o.RunAsync(
                        new(
                            Case,
                            new(
                                "Calm",
                                "Christian",
                                "Cymraes",
                                "Joiner",
                                "Two sons",
                                "Patient",
                                "Well",
                                "Warm",
                                "Suitable",
                                "SECRET-ANNEX"
                            ),
                            terms ?? new ApprovalTerms(2, 5, 11, "Short term")
                        ),
                        a,
                        default
                    )
            )
        );
        return await Must(
            DoAsync<CheckReportQuality>(
                Role.TeamManager,
                (o, a) => o.RunAsync(new(Case, Why), a, default)
            )
        );
    }

    public Task<Result> Share() =>
        DoAsync<ShareReport>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(Case, host.Clock.Today), a, default)
        );

    public Task<Result> Observe(int index, string text = "Fair and true.") =>
        AsApplicantAsync<SendObservations>(
            index,
            (o, a) => o.RunAsync(new(Case, Applicants[index], text, host.Clock.Today), a, default)
        );

    /// <summary>All the way to the shared report, everything on one day.</summary>
    public async Task<AssessmentStage> SharedAsync()
    {
        await AssessAsync();
        await CompleteAsync();
        await PassAsync();
        await OpenStage2Async();
        await PrepareAsync();
        await WriteAsync();
        return await Must(Share());
    }

    public async Task<Guid> AccountAsync(string name, params Role[] roles) =>
        await host.InScopeAsync(services => AccountAsync(services, name, roles));

    private async Task<AssessmentStage> Must(Task<Result> act)
    {
        var result = await act;
        return result.Ok ? this : throw new InvalidOperationException(result.Reasons);
    }

    private async Task RecordsAsync(IServiceProvider services, Actor system)
    {
        var db = services.GetRequiredService<FosterDb>();
        var deadlines = services.GetRequiredService<DeadlineBook>();
        var today = host.Clock.Today;
        var application = new Application
        {
            CouncilId = Council,
            CaseId = Case,
            CreatedOn = today,
        };
        application.Submit(system with { Role = Role.ProspectiveCarer }, today, []);
        db.Add(application);
        await deadlines.OpenAsync(
            Council,
            Case,
            application.Id,
            DeadlineRules.DecisionToAssess,
            today,
            Role.TeamManager,
            default
        );
        for (var n = 1; n <= 3; n++)
        {
            var referee = new Referee
            {
                CouncilId = Council,
                CaseId = Case,
                PersonId = Applicants[0],
                Name = $"Reference Person-{n}",
                Relationship = "Friend",
                YearsKnown = 6,
                NominatedOn = today,
            };
            db.Add(referee);
            Referees.Add(referee.Id);
        }
        foreach (var person in Applicants)
        {
            var account = await AccountAsync(
                services,
                $"Applicant {Applicants.IndexOf(person) + 1}",
                Role.ProspectiveCarer
            );
            ApplicantAccounts.Add(account);
            db.Add(
                new AccountLink
                {
                    AccountId = account,
                    CouncilId = Council,
                    PersonId = person,
                }
            );
            foreach (
                var kind in (string[])["CHK-02", "CHK-05", "CHK-06", "CHK-09", "CHK-11", "CHK-13"]
            )
                db.Add(
                    new Consent
                    {
                        CouncilId = Council,
                        CaseId = Case,
                        PersonId = person,
                        CheckKey = kind,
                        WordingVersion = "1",
                        Given = true,
                        AnsweredAt = host.Clock.GetUtcNow().UtcDateTime,
                    }
                );
        }
        await db.SaveChangesAsync();
    }

    private async Task<Guid> AccountAsync(
        IServiceProvider services,
        string name,
        params Role[] roles
    )
    {
        var db = services.GetRequiredService<FosterDb>();
        var signIn = $"{Guid.NewGuid():N}@stage.foster.example";
        var account = new Account
        {
            DisplayName = name,
            UserName = signIn,
            NormalizedUserName = signIn.ToUpperInvariant(),
            Email = signIn,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(
            account,
            DemoRegion.Password
        );
        db.Add(account);
        foreach (var role in roles)
            db.Add(
                new RoleAssignment
                {
                    AccountId = account.Id,
                    CouncilId = Council,
                    Role = role,
                }
            );
        db.Add(
            new WorkerProfile
            {
                AccountId = account.Id,
                IsQualifiedAssessor = name.Contains("Assessor", StringComparison.Ordinal),
            }
        );
        await db.SaveChangesAsync();
        SignIns[roles[0]] = signIn;
        if (ApplicantSignIn.Length == 0 && roles[0] == Role.ProspectiveCarer)
            ApplicantSignIn = signIn;
        return account.Id;
    }
}
