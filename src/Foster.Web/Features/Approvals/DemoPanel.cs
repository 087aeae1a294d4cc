using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>The home council's central list, a panel that has been and one to come.</summary>
public sealed class DemoPanel(
    FosterDb db,
    UserManager<Account> accounts,
    ActorSource actors,
    ListMember listMember,
    ScheduleMeeting schedule,
    RecordAttendance attendance,
    LondonClock clock
) : IDemoScenario
{
    private const string Adviser = "panel.adviser@foster.example";
    private const string Chair = "panel.chair@foster.example";
    private const string Member = "panel.member@foster.example";

    private static readonly (
        string SignInName,
        string Name,
        PanelCapacity Capacity,
        bool Own
    )[] More =
    [
        ("panel.two@foster.example", "Tess Demo-Vice", PanelCapacity.ViceChair, true),
        ("panel.three@foster.example", "Theo Demo-Three", PanelCapacity.Independent, true),
        ("panel.four@foster.example", "Fern Demo-Four", PanelCapacity.Other, false),
    ];

    public int Order => 5;

    public async Task PlayAsync(CancellationToken ct)
    {
        var adviser = await AccountAsync(Adviser);
        var council = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == adviser.Id)
            .Select(r => r.CouncilId)
            .SingleAsync(ct);
        foreach (var (signInName, name, _, _) in More)
            await OpenAccountAsync(signInName, name, council, ct);
        var now = new DateTimeOffset(clock.Now, TimeSpan.Zero);
        var today = clock.Today;
        TravelTime.MoveTo(now.AddMonths(-2));
        var actor =
            await actors.EnterAsync(adviser.Id, council, Role.PanelAdviser, ct)
            ?? throw new InvalidOperationException("The panel adviser cannot act.");
        // Long before the first of the demonstration's cases came to panel.
        var from = today.AddYears(-2);
        await ListAsync(Chair, PanelCapacity.Chair, true, from, actor, ct);
        await ListAsync(Member, PanelCapacity.SocialWorker, false, from, actor, ct);
        foreach (var (signInName, _, capacity, own) in More)
            await ListAsync(signInName, capacity, own, from, actor, ct);
        var past = await MeetAsync(today.AddMonths(-1), actor, ct);
        TravelTime.MoveTo(now.AddDays(1).AddMonths(-1));
        var asked = await db.Set<Attendance>()
            .Where(a => a.MeetingId == past.Id)
            .Select(a => a.AccountId)
            .ToListAsync(ct);
        Check(await attendance.RunAsync(new(past.Id, asked), actor, ct));
        TravelTime.MoveTo(null);
        await MeetAsync(today.AddMonths(1), actor, ct);
    }

    private async Task<PanelMeeting> MeetAsync(DateOnly about, Actor actor, CancellationToken ct)
    {
        // Panel meets on a Tuesday.
        var on = about.AddDays(((int)DayOfWeek.Tuesday - (int)about.DayOfWeek - 7) % 7);
        var made = await schedule.RunAsync(
            new(on, new TimeOnly(9, 30), "Committee room 2, Harbourside Council", false, false),
            actor,
            ct
        );
        return made.Value;
    }

    private async Task ListAsync(
        string signInName,
        PanelCapacity capacity,
        bool own,
        DateOnly from,
        Actor actor,
        CancellationToken ct
    ) =>
        Check(
            await listMember.RunAsync(
                new((await AccountAsync(signInName)).Id, capacity, own, from),
                actor,
                ct
            )
        );

    private async Task OpenAccountAsync(
        string signInName,
        string name,
        Guid council,
        CancellationToken ct
    )
    {
        // The password of the demonstration is the same for all; it is known here by its hash only.
        var account = new Account
        {
            UserName = signInName,
            Email = signInName,
            EmailConfirmed = true,
            DisplayName = name,
            PasswordHash = (await AccountAsync(Member)).PasswordHash,
        };
        var made = await accounts.CreateAsync(account);
        if (!made.Succeeded)
            throw new InvalidOperationException(
                string.Join(" ", made.Errors.Select(e => e.Description))
            );
        db.Add(
            new RoleAssignment
            {
                AccountId = account.Id,
                CouncilId = council,
                Role = Role.PanelMember,
            }
        );
        db.Add(new WorkerProfile { AccountId = account.Id, Telephone = "0151 496 0230" });
        await db.SaveChangesAsync(ct);
    }

    private async Task<Account> AccountAsync(string signInName) =>
        await accounts.FindByNameAsync(signInName)
        ?? throw new InvalidOperationException($"There is no account {signInName}.");

    private static void Check(Result result)
    {
        if (!result.Ok)
            throw new InvalidOperationException(result.Reasons);
    }
}
