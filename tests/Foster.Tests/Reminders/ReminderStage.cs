using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Operate;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Reminders;

/// <summary>A council of its own with somebody in every role and duty, whose reminders nobody else's tests touch.</summary>
internal sealed class ReminderStage(FosterHost host)
{
    private readonly Dictionary<string, Guid> people = [];

    public string Code { get; } =
        string.Concat(Guid.NewGuid().ToByteArray().Take(6).Select(b => (char)('A' + (b % 26))));
    public Guid CouncilId { get; private set; }

    /// <summary>Makes the council and one person for each role and duty that reminders know.</summary>
    public async Task SetAsync(params Capability[] without)
    {
        await host.InScopeAsync(async s =>
        {
            var made = await s.GetRequiredService<CreateCouncil>()
                .RunAsync(
                    new CreateCouncilInput(
                        Code,
                        $"Council {Code}",
                        "Demo fostering team",
                        "0151 496 0100",
                        "Monday to Friday, 9am to 5pm",
                        "0151 496 0199",
                        "team@foster.example",
                        "1 Example Street",
                        []
                    ),
                    Actor.System(Guid.Empty),
                    default
                );
            CouncilId = made.Value.Id;
        });
        foreach (
            var role in new[]
            {
                Role.RecruitmentOfficer,
                Role.Assessor,
                Role.SupervisingSocialWorker,
                Role.TeamManager,
                Role.PanelAdviser,
                Role.PanelChair,
                Role.DecisionMaker,
            }
        )
            people[role.ToString()] = await SomebodyAsync(role);
        foreach (var duty in Enum.GetValues<Capability>().Except(without))
        {
            var account = people[duty.ToString()] = await SomebodyAsync(Role.Analyst);
            await ChangeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Add(
                        new CapabilityHolder
                        {
                            AccountId = account,
                            CouncilId = CouncilId,
                            Capability = duty,
                        }
                    )
            );
        }
    }

    public Guid Person(string role) => people[role];

    public string AddressOf(string role) => $"{people[role]:N}@foster.example";

    /// <summary>A case whose workers are the assessor and the supervisor of this council, and whose applicant has an account.</summary>
    public async Task<Guid> CaseAsync(string given = "Alder", bool withApplicant = true)
    {
        var caseId = await Village.CaseAsync(host, Code, host.Clock.Today, (given, "Demo"));
        await ChangeAsync(s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            foreach (var role in new[] { Role.Assessor, Role.SupervisingSocialWorker })
                db.Add(
                    new Allocation
                    {
                        CouncilId = CouncilId,
                        CaseId = caseId,
                        AccountId = people[role.ToString()],
                        Role = role,
                        From = host.Clock.Today,
                    }
                );
        });
        if (!withApplicant)
            return caseId;
        var account = people["Applicant"] = await SomebodyAsync(Role.ProspectiveCarer);
        await ChangeAsync(s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var household = db.Set<Case>().Single(c => c.Id == caseId).HouseholdId;
            db.Add(
                new AccountLink
                {
                    AccountId = account,
                    CouncilId = CouncilId,
                    PersonId = db.Set<Membership>()
                        .Single(m => m.HouseholdId == household)
                        .PersonId,
                }
            );
        });
        return caseId;
    }

    /// <summary>Starts a clock.</summary>
    public Task<Deadline> ClockAsync(
        Guid caseId,
        DeadlineLine line,
        string startedOn,
        Role holder
    ) =>
        DoAsync(
            async (s, actor) =>
            {
                var deadline = await s.GetRequiredService<DeadlineBook>()
                    .OpenAsync(
                        actor.CouncilId,
                        caseId,
                        Guid.NewGuid(),
                        line,
                        DateOnly.Parse(startedOn),
                        holder,
                        default
                    );
                await s.GetRequiredService<FosterDb>().SaveChangesAsync();
                return deadline;
            }
        );

    public Task MeetAsync(Guid caseId, DeadlineLine line) =>
        DoAsync(
            async (s, _) =>
            {
                await s.GetRequiredService<DeadlineBook>()
                    .MeetAsync(caseId, line, host.Clock.Today, default);
                return await s.GetRequiredService<FosterDb>().SaveChangesAsync();
            }
        );

    /// <summary>Moves the clock to a time in London and writes what is due into the ledger.</summary>
    public Task<int> PlanAsync(string at, ReminderSweep sweep = ReminderSweep.Morning)
    {
        host.Clock.Set(at);
        return DoAsync(
            (s, actor) => s.GetRequiredService<ReminderPlanning>().GoAsync(sweep, actor, default)
        );
    }

    public Task<int> PostAsync() =>
        DoAsync((s, actor) => s.GetRequiredService<ReminderPosting>().GoAsync(actor, default));

    public Task<List<Reminder>> LedgerAsync() =>
        DoAsync(
            (s, _) =>
                s.GetRequiredService<FosterDb>()
                    .Set<Reminder>()
                    .AsNoTracking()
                    .OrderBy(r => r.PlannedAt)
                    .ThenBy(r => r.RuleId)
                    .ToListAsync()
        );

    public Task ChangeAsync(Action<IServiceProvider> change) =>
        DoAsync(
            async (s, _) =>
            {
                change(s);
                return await s.GetRequiredService<FosterDb>().SaveChangesAsync();
            }
        );

    public Task<T> DoAsync<T>(Func<IServiceProvider, Actor, Task<T>> act) =>
        host.InScopeAsync(s => act(s, s.GetRequiredService<ActorSource>().System(CouncilId)));

    private async Task<Guid> SomebodyAsync(Role role)
    {
        var id = await Village.AccountAsync(host, Code, $"{Guid.NewGuid():N}@foster.example", role);
        await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Users.Where(a => a.Id == id)
                .ExecuteUpdateAsync(u => u.SetProperty(a => a.Email, $"{id:N}@foster.example"))
        );
        return id;
    }
}
