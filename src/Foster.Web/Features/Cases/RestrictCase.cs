using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="Mentioned">Names and e-mail addresses of the people the case is about or who are connected with it.</param>
public sealed record RestrictCaseInput(Case Case, string Reason, IReadOnlyList<string> Mentioned);

/// <summary>
/// Closes a case to everyone but the council's intake officers (R-ENQ-13, R-SOD-08), and never opens it to one of them
/// whom it is about. The caller saves. Returns the accounts that may open it.
/// </summary>
public sealed class RestrictCase(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<IReadOnlyList<Guid>> RunAsync(
        RestrictCaseInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        input.Case.Restrict();
        var officers = await (
            from h in db.Set<CapabilityHolder>()
            join a in db.Set<Account>() on h.AccountId equals a.Id
            where
                h.CouncilId == input.Case.CouncilId
                && h.Capability == Capability.IntakeOfficer
                && !a.IsDisabled
            select new
            {
                a.Id,
                a.DisplayName,
                a.Email,
            }
        ).ToListAsync(ct);
        var free = officers
            .Where(o => !Concerned.Is(o.DisplayName, o.Email, input.Mentioned))
            .ToList();
        foreach (var officer in free)
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
        await history.WriteAsync(
            actor,
            input.Case.Id,
            new HistoryNote("case.restricted", "Restricted to named people")
            {
                Audience = Audience.Restricted,
                Reason = input.Reason,
                Rules = ["R-ENQ-13", "R-SOD-08"],
            },
            ct
        );
        return [.. free.Select(o => o.Id)];
    }
}
