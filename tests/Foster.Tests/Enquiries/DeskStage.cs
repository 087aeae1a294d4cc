using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Enquiries;

/// <summary>A council of its own with its recruitment desk, where enquiries are taken by the real operations.</summary>
internal sealed class DeskStage(FosterHost host)
{
    public const string Officer = "Rosa Demo-Recruit";
    public const string Manager = "Maya Demo-Manage";
    public const string Assessor = "Asha Demo-Assess";
    public const string Intake = "Imran Demo-Intake";
    public const string Deputy = "Ines Demo-Deputy";
    public const string Administrator = "Ada Demo-Admin";

    private readonly Dictionary<string, (Guid Id, Role Role, string Email)> staff = [];

    public Council Council { get; private set; } = null!;

    public Guid IdOf(string name) => staff[name].Id;

    public string EmailOf(string name) => staff[name].Email;

    public async Task<DeskStage> OpenAsync()
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            Council = MadeUp();
            db.Add(Council);
            Employ(db, Officer, Role.RecruitmentOfficer);
            Employ(db, Manager, Role.TeamManager);
            Employ(db, Assessor, Role.Assessor);
            Employ(db, Administrator, Role.Administrator);
            foreach (var name in new[] { Intake, Deputy })
            {
                Employ(db, name, Role.RecruitmentOfficer);
                db.Add(
                    new CapabilityHolder
                    {
                        AccountId = IdOf(name),
                        CouncilId = Council.Id,
                        Capability = Capability.IntakeOfficer,
                    }
                );
            }
            await db.SaveChangesAsync();
        });
        return this;
    }

    public static NewPerson Zoe { get; } =
        new("Zoë", "Demo-Müller", new DateOnly(1984, 2, 29), "zoe@foster.example", "+441514960901");

    public SubmitEnquiryInput Input(NewPerson? who = null) =>
        new(
            Council.Id,
            Channel.Web,
            null,
            who ?? Zoe,
            null,
            new("4 Example Road", "Harbourside", "CH41 1AA"),
            [],
            1,
            ["Short term"],
            false,
            "after 5pm",
            "a poster",
            false,
            null,
            "2026-1",
            null
        );

    /// <summary>Somebody sends an enquiry on the website.</summary>
    public async Task<SubmittedEnquiry> EnquireAsync(SubmitEnquiryInput? input = null) =>
        (await TryEnquireAsync(input ?? Input())).Value;

    public Task<Result<SubmittedEnquiry>> TryEnquireAsync(SubmitEnquiryInput input) =>
        host.InScopeAsync(services =>
            services
                .GetRequiredService<SubmitEnquiry>()
                .RunAsync(
                    input,
                    services.GetRequiredService<ActorSource>().Anyone(Council.Id),
                    default
                )
        );

    /// <summary>Does something as a member of staff.</summary>
    public Task<T> AsAsync<T>(string name, Func<IServiceProvider, Actor, Task<T>> act) =>
        host.InScopeAsync(async services =>
        {
            var actor =
                await services
                    .GetRequiredService<ActorSource>()
                    .EnterAsync(staff[name].Id, Council.Id, staff[name].Role, default)
                ?? throw new InvalidOperationException($"{name} may not enter.");
            return await act(services, actor);
        });

    /// <summary>Does something as the enquirer who follows a link.</summary>
    public Task<T> AsHolderAsync<T>(Guid caseId, Func<IServiceProvider, Actor, Task<T>> act) =>
        host.InScopeAsync(services =>
            act(
                services,
                services
                    .GetRequiredService<ActorSource>()
                    .Holder(Council.Id, caseId, "Zoë Demo-Müller", null)
            )
        );

    /// <summary>Reads what there is, with the whole council in sight.</summary>
    public Task<T> ReadAsync<T>(Func<FosterDb, Task<T>> read) =>
        host.InScopeAsync(services =>
        {
            services.GetRequiredService<ActorSource>().System(Council.Id);
            return read(services.GetRequiredService<FosterDb>());
        });

    public Task<Enquiry> EnquiryAsync(Guid caseId) =>
        ReadAsync(db => db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.CaseId == caseId));

    public Task<Deadline> DeadlineAsync(Guid caseId, DeadlineLine line) =>
        ReadAsync(db =>
            db.Set<Deadline>()
                .AsNoTracking()
                .SingleAsync(d => d.CaseId == caseId && d.LineKey == line.Key)
        );

    public Task<List<HistoryEntry>> HistoryAsync(Guid caseId) =>
        ReadAsync(db =>
            db.Set<HistoryEntry>()
                .Include(h => h.Body)
                .AsNoTracking()
                .Where(h => h.CaseId == caseId)
                .OrderBy(h => h.Id)
                .ToListAsync()
        );

    public void Employ(FosterDb db, string name, Role role)
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}.{Guid.NewGuid():N}@foster.example";
        var account = new Account
        {
            DisplayName = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        staff[name] = (account.Id, role, email);
        db.Add(account);
        db.Add(
            new RoleAssignment
            {
                AccountId = account.Id,
                CouncilId = Council.Id,
                Role = role,
            }
        );
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
            PostalAddress = "1 Example Quay, Harbourside, CH41 0ZZ",
            PrivacyNoticeVersion = "2026-1",
            PrivacyNotice = "Notice",
        };
}
