using Foster.TestKit;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Carers.Demo;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Carers;

/// <summary>A council with its people, and a household that the decision maker has just approved.</summary>
internal sealed class CarerStage(FosterHost host)
{
    public static readonly ApprovalTerms Terms = new(2, 5, 11, "short term");

    public Guid Council { get; private set; }
    public Guid Case { get; private set; }
    public IReadOnlyList<Guid> People { get; private set; } = [];
    public Dictionary<Role, Guid> Staff { get; } = [];
    public List<Guid> Carers { get; } = [];

    /// <summary>A council with everybody whom the whole road needs, and nobody on it yet.</summary>
    public static async Task<CarerStage> RegionAsync(FosterHost host)
    {
        var stage = new CarerStage(host);
        await host.InScopeAsync(services =>
            stage.StaffAsync(services.GetRequiredService<FosterDb>())
        );
        return stage;
    }

    /// <summary>The road of a couple with names of their own, so that each test has its own household.</summary>
    public DemoRoad Road(RoadDates dates)
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        return new DemoRoad(
            host.Services.GetRequiredService<IServiceScopeFactory>(),
            new DemoStaff(
                Council,
                "1",
                Staff.Keys.ToDictionary(
                    r => r,
                    IReadOnlyList<Guid> (r) =>
                        r == Role.PanelMember ? [Staff[r], .. members] : [Staff[r]]
                ),
                null
            ),
            DemoPeople
                .Couple("Robin", "Alex", name, 40, dates.Enquired)
                .Named($"robin.{name}@foster.example", $"alex.{name}@foster.example"),
            dates
        );
    }

    /// <summary>Approves a single carer or a couple on the day on which the clock stands.</summary>
    public async Task<CarerStage> ApproveAsync(int carers = 2, ApprovalTerms? terms = null)
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            await StaffAsync(db);
            var system = services.GetRequiredService<ActorSource>().System(Council);
            var opened = await services
                .GetRequiredService<OpenCase>()
                .RunAsync(
                    new(
                        Council,
                        [
                            .. Enumerable
                                .Range(1, carers)
                                .Select(n => new NewPerson(
                                    n == 1 ? "Robin" : "Alex",
                                    "Demo-Carer",
                                    new DateOnly(1980 + n, 3, 4),
                                    $"carer{n}@foster.example",
                                    "0151 496 0900"
                                )),
                        ],
                        [],
                        new("3 Example Road", "Harbourside", "CH41 1AA"),
                        host.Clock.Today
                    ),
                    system,
                    default
                );
            Case = opened.Case.Id;
            People = [.. opened.Applicants.Select(p => p.Id)];
            foreach (var person in opened.Applicants)
            {
                var account = Account(db, person.FullName, Role.ProspectiveCarer);
                Carers.Add(account);
                db.Add(
                    new AccountLink
                    {
                        AccountId = account,
                        CouncilId = Council,
                        PersonId = person.Id,
                    }
                );
            }
            await db.SaveChangesAsync();
        });
        await AsAsync(
            Role.DecisionMaker,
            async (services, actor) =>
            {
                await services
                    .GetRequiredService<HandOver>()
                    .PublishAsync(
                        new CarersApproved(
                            Case,
                            Guid.CreateVersion7(),
                            host.Clock.Today,
                            terms ?? Terms
                        ),
                        actor,
                        default
                    );
                return await services.GetRequiredService<FosterDb>().SaveChangesAsync();
            }
        );
        return this;
    }

    /// <summary>Does something as a member of staff.</summary>
    public Task<T> AsAsync<T>(Role role, Func<IServiceProvider, Actor, Task<T>> act) =>
        EnterAsync(Staff[role], role, act);

    /// <summary>Does something as one of the carers.</summary>
    public Task<T> AsCarerAsync<T>(int index, Func<IServiceProvider, Actor, Task<T>> act) =>
        EnterAsync(Carers[index], Role.ApprovedCarer, act);

    /// <summary>Reads what there is, with the whole council in sight.</summary>
    public Task<T> ReadAsync<T>(Func<FosterDb, Task<T>> read) =>
        host.InScopeAsync(services =>
        {
            services.GetRequiredService<ActorSource>().System(Council);
            return read(services.GetRequiredService<FosterDb>());
        });

    private Task<T> EnterAsync<T>(
        Guid account,
        Role role,
        Func<IServiceProvider, Actor, Task<T>> act
    ) =>
        host.InScopeAsync(async services =>
        {
            var actor =
                await services
                    .GetRequiredService<ActorSource>()
                    .EnterAsync(account, Council, role, default)
                ?? throw new InvalidOperationException($"{role} may not enter.");
            return await act(services, actor);
        });

    private readonly List<Guid> members = [];

    private async Task StaffAsync(FosterDb db)
    {
        var council = MadeUp();
        Council = council.Id;
        db.Add(council);
        db.Add(new PostcodeDistrict { District = $"Z{council.Code}", CouncilId = council.Id });
        foreach (
            var role in (Role[])
                [
                    Role.TeamManager,
                    Role.SupervisingSocialWorker,
                    Role.PanelAdviser,
                    Role.PanelMember,
                    Role.PanelChair,
                    Role.DecisionMaker,
                    Role.Assessor,
                    Role.RecruitmentOfficer,
                ]
        )
            Staff[role] = Account(db, $"Demo {role}", role);
        for (var more = 2; more <= 4; more++)
            members.Add(Account(db, $"Demo PanelMember {more}", Role.PanelMember));
        await db.SaveChangesAsync();
    }

    private Guid Account(FosterDb db, string name, Role role)
    {
        var signIn = $"{Guid.NewGuid():N}@foster.example";
        var account = new Account
        {
            DisplayName = name,
            UserName = signIn,
            NormalizedUserName = signIn.ToUpperInvariant(),
            Email = signIn,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        db.Add(account);
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
                Telephone = "0151 496 0201",
                IsQualifiedAssessor = role == Role.Assessor,
                IsExperiencedSocialWorker = role == Role.PanelMember,
            }
        );
        return account.Id;
    }

    private static Council MadeUp() =>
        new()
        {
            Name = "Demo Council",
            Code = Unique.Code(),
            TeamName = "Demo fostering team",
            Telephone = "0151 496 0100",
            OpeningHours = "Monday to Friday, 9am to 5pm",
            OutOfHoursTelephone = "0151 496 0199",
            Email = "fostering@foster.example",
            PostalAddress = "1 Example Quay",
            PrivacyNoticeVersion = "1",
            PrivacyNotice = "Notice",
        };
}
