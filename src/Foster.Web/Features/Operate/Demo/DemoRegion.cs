using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Demo;

/// <summary>A region of two made-up councils with people who do not exist.</summary>
public static class DemoRegion
{
    public const string Password = DemoOptions.Password;
    public const string HomeCode = "HAR";
    public const string OtherCode = "WES";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>The staff of the region; applicants and carers come with their cases.</summary>
    public static IReadOnlyList<Persona> Staff => DemoPersonas.Staff;

    /// <summary>Makes what is missing; with <paramref name="renew"/> everything is made anew.</summary>
    public static async Task LoadAsync(IServiceProvider root, bool renew, CancellationToken ct)
    {
        await using var hall = root.CreateAsyncScope();
        await using var alone = await AloneAsync(
            hall.ServiceProvider.GetRequiredService<FosterDb>(),
            ct
        );
        SqlitePragmas.Hurry(true);
        await using (var services = root.CreateAsyncScope())
        {
            var db = services.ServiceProvider.GetRequiredService<FosterDb>();
            if (await db.Set<Council>().AnyAsync(ct) && !renew)
                return;
            if (renew)
                await DemoWipe.RunAsync(db, root.GetRequiredService<Anchors>(), ct);
            await CouncilsAsync(db, ct);
            foreach (var persona in Staff)
                await StaffAsync(services.ServiceProvider, persona, ct);
        }
        await using var stage = root.CreateAsyncScope();
        try
        {
            foreach (
                var scenario in stage
                    .ServiceProvider.GetServices<IDemoScenario>()
                    .OrderBy(s => s.Order)
            )
                await scenario.PlayAsync(ct);
            await DemoSecrets.MakeAsync(root, ct);
        }
        finally
        {
            SqlitePragmas.Hurry(false);
            TravelTime.MoveTo(null);
        }
    }

    /// <summary>Of several nodes that start at once, one makes the region and the others wait until it is there.</summary>
    private static async Task<IAsyncDisposable?> AloneAsync(FosterDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
            return null;
        db.Database.SetCommandTimeout(LongestWait);
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.AloneAsync("demonstration", ct);
        return transaction;
    }

    private static async Task CouncilsAsync(FosterDb db, CancellationToken ct)
    {
        var home = DemoCouncils.Harbourside();
        var other = DemoCouncils.Westmoor();
        db.AddRange(home, other);
        foreach (
            var district in new[]
            {
                "CH41",
                "CH42",
                "CH43",
                "CH44",
                "CH45",
                "CH46",
                "CH47",
                "CH48",
                "CH49",
            }
        )
            db.Add(new PostcodeDistrict { District = district, CouncilId = home.Id });
        foreach (var district in new[] { "CH60", "CH61", "CH62", "CH63", "CH64", "CH65", "CH66" })
            db.Add(new PostcodeDistrict { District = district, CouncilId = other.Id });
        await db.SaveChangesAsync(ct);
    }

    private static Capability[] DutiesOf(Persona persona) =>
        persona.SignInName.StartsWith("intake", StringComparison.Ordinal)
            ? [Capability.IntakeOfficer]
        : persona.Role == Role.PanelAdviser ? [Capability.RecordsOfficer]
        : [];

    private static async Task StaffAsync(
        IServiceProvider services,
        Persona persona,
        CancellationToken ct
    )
    {
        var db = services.GetRequiredService<FosterDb>();
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == persona.Council, ct);
        var account = new Account
        {
            UserName = persona.SignInName,
            Email = persona.SignInName,
            EmailConfirmed = true,
            DisplayName = persona.Name,
        };
        var made = await accounts.CreateAsync(account, Password);
        if (!made.Succeeded)
            throw new InvalidOperationException(
                string.Join(" ", made.Errors.Select(e => e.Description))
            );
        db.Add(
            new RoleAssignment
            {
                AccountId = account.Id,
                CouncilId = council.Id,
                Role = persona.Role,
            }
        );
        db.Add(
            new WorkerProfile
            {
                AccountId = account.Id,
                Telephone = "0151 496 0" + (200 + Staff.ToList().IndexOf(persona)),
                IsQualifiedAssessor = persona.Role is Role.Assessor,
                IsExperiencedSocialWorker =
                    persona.Role is Role.PanelMember or Role.SupervisingSocialWorker,
            }
        );
        foreach (var duty in DutiesOf(persona))
            db.Add(
                new CapabilityHolder
                {
                    AccountId = account.Id,
                    CouncilId = council.Id,
                    Capability = duty,
                }
            );
        await db.SaveChangesAsync(ct);
    }
}
