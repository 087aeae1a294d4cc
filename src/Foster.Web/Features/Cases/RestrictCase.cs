using Foster.Web.Features.Cases.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="Mentioned">Names and e-mail addresses of the people the case is about or who are connected with it.</param>
public sealed record RestrictCaseInput(Case Case, string Reason, IReadOnlyList<string> Mentioned);

/// <summary>
/// Closes a case to everyone but the council's intake officers (R-ENQ-13, R-SOD-08), and never opens it to one of them
/// whom it is about. Its clocks go to those who still see it. When nobody is left to hold it, the administrators are
/// told, by reference only. Of a case that is restricted already it looks again at who may hold it. The caller saves.
/// </summary>
public sealed class RestrictCase(
    FosterDb db,
    RestrictedClocks clocks,
    CaseHistory history,
    Outbox outbox,
    Links links,
    LondonClock clock
)
{
    public async Task RunAsync(RestrictCaseInput input, Actor actor, CancellationToken ct)
    {
        var again = input.Case.Restricted;
        input.Case.Restrict(input.Mentioned);
        await history.WriteAsync(
            actor,
            input.Case.Id,
            new HistoryNote(
                "case.restricted",
                again ? "A further connection was told" : "Restricted to named people"
            )
            {
                Audience = Audience.Restricted,
                Reason = input.Reason,
                Rules = ["R-ENQ-13", "R-SOD-08"],
            },
            ct
        );
        var held = await NameOfficersAsync(input, actor, ct);
        await clocks.SettleAsync(input.Case.Id, ct);
        if (!held)
            await TellAdministratorsAsync(input.Case, actor, ct);
    }

    /// <summary>Names every officer who has nothing to do with it, and nobody else stays who has. True when somebody holds it.</summary>
    private async Task<bool> NameOfficersAsync(
        RestrictCaseInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var named = await db.Set<NamedPerson>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(n => n.CaseId == input.Case.Id)
            .ToListAsync(ct);
        var accounts = named.Select(n => n.AccountId).ToList();
        var people = await (
            from a in db.Set<Account>()
            where !a.IsDisabled
            let officer = db.Set<CapabilityHolder>()
                .Any(h =>
                    h.AccountId == a.Id
                    && h.CouncilId == input.Case.CouncilId
                    && h.Capability == Capability.IntakeOfficer
                )
            where officer || accounts.Contains(a.Id)
            select new
            {
                a.Id,
                a.DisplayName,
                a.Email,
                Officer = officer,
            }
        ).ToListAsync(ct);
        // Whoever was written down at any time, not only now.
        var mentioned = (input.Case.Connections ?? "").Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        var free = people.Where(p => !Concerned.Is(p.DisplayName, p.Email, mentioned)).ToList();
        db.RemoveRange(named.Where(n => free.All(p => p.Id != n.AccountId)));
        foreach (var officer in free.Where(p => p.Officer && !accounts.Contains(p.Id)))
            db.Add(
                new NamedPerson
                {
                    CouncilId = input.Case.CouncilId,
                    CaseId = input.Case.Id,
                    AccountId = officer.Id,
                    NamedAt = clock.Now,
                    NamedBy = actor.Name,
                }
            );
        return free.Any(p => p.Officer || named.Any(n => n.AccountId == p.Id && n.StandsIn));
    }

    private async Task TellAdministratorsAsync(Case found, Actor actor, CancellationToken ct)
    {
        await history.WriteAsync(
            actor,
            found.Id,
            new HistoryNote(
                "case.unheld",
                "No intake officer is free to hold this case; the administrators were told"
            )
            {
                Audience = Audience.Restricted,
                Rules = ["R-SOD-08"],
            },
            ct
        );
        var council = await db.Set<Council>().SingleAsync(c => c.Id == found.CouncilId, ct);
        var administrators = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == council.Id && r.Role == Role.Administrator && !a.IsDisabled
            select a.Email
        ).ToListAsync(ct);
        foreach (var email in administrators.OfType<string>())
            outbox.Post(
                council.Id,
                found.Id,
                RestrictedEmail.NobodyHolds(
                    email,
                    found.Reference,
                    council,
                    links.Absolute(CaseLinks.Unheld)
                )
            );
    }
}
