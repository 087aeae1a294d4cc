using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="Mentioned">Names and sentences of the record that say who is connected; nobody of them is named.</param>
public sealed record NamePersonInput(
    Guid CaseId,
    Guid AccountId,
    string Reason,
    IReadOnlyList<string> Mentioned
);

/// <summary>An intake officer opens a restricted case to one more person (R-SOD-08).</summary>
public sealed class NamePerson(FosterDb db, CaseReads cases, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(NamePersonInput input, Actor actor, CancellationToken ct)
    {
        var found = await cases.FindAsync(input.CaseId, ct);
        if (found is null)
            return Result.Refused("This case cannot be found.");
        var against = await AgainstAsync(found, input, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var name = await db.Set<Account>()
            .Where(a => a.Id == input.AccountId)
            .Select(a => a.DisplayName)
            .SingleAsync(ct);
        db.Add(
            new NamedPerson
            {
                CouncilId = found.CouncilId,
                CaseId = found.Id,
                AccountId = input.AccountId,
                NamedAt = clock.Now,
                NamedBy = actor.Name,
            }
        );
        await history.WriteAsync(
            actor,
            found.Id,
            new HistoryNote("case.person-named", $"{name} may open this restricted case")
            {
                Audience = Audience.Restricted,
                Reason = input.Reason,
                Rules = ["R-SOD-08"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<IReadOnlyList<Refusal>> AgainstAsync(
        Case found,
        NamePersonInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (!actor.Has(Capability.IntakeOfficer))
            against.Add(
                new("Only an intake officer names people for a restricted case.", "R-SOD-08")
            );
        if (!found.Restricted)
            against.Add(new("This case is not restricted: nobody needs to be named for it."));
        var account = await db.Set<Account>()
            .Where(a => a.Id == input.AccountId && !a.IsDisabled)
            .Select(a => new { a.DisplayName, a.Email })
            .SingleOrDefaultAsync(ct);
        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == input.AccountId && r.CouncilId == found.CouncilId)
            .Select(r => r.Role)
            .ToListAsync(ct);
        if (account is null || !roles.Any(r => r.IsStaff()))
            return [.. against, new("Choose somebody who works here.", null, "person")];
        var people = await cases.PeopleAsync(found.Id, ct);
        var own = await (
            from l in db.Set<AccountLink>()
            join m in db.Set<Membership>() on l.PersonId equals m.PersonId
            where l.AccountId == input.AccountId && m.HouseholdId == found.HouseholdId
            select l
        ).AnyAsync(ct);
        var mentioned = people.SelectMany(p => new[] { p.FullName, p.Email ?? "" });
        if (
            own
            || Concerned.Is(account.DisplayName, account.Email, [.. mentioned, .. input.Mentioned])
        )
            against.Add(
                new(
                    $"{account.DisplayName} is connected with this case, so it stays closed to them.",
                    "R-SOD-08",
                    "person"
                )
            );
        if (
            await db.Set<NamedPerson>()
                .AnyAsync(n => n.CaseId == found.Id && n.AccountId == input.AccountId, ct)
        )
            against.Add(new($"{account.DisplayName} may open this case already.", null, "person"));
        return against;
    }
}
