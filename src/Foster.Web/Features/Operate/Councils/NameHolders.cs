using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

/// <param name="AccountIds">All who hold the duty from now on. Who holds it and is not among them holds it no more.</param>
public sealed record NameHoldersInput(Capability Duty, IReadOnlyList<Guid> AccountIds);

/// <summary>Says who holds a duty that is no role (§11). Administrators neither take nor leave one themselves (R-SOD-07).</summary>
public sealed class NameHolders(FosterDb db, StaffListReads people, CouncilHistory history)
{
    private const string Rule = "R-SOD-07";

    public async Task<Result> RunAsync(NameHoldersInput input, Actor actor, CancellationToken ct)
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal with { RuleId = Rule });
        var held = await db.Set<CapabilityHolder>()
            .Where(h => h.CouncilId == actor.CouncilId && h.Capability == input.Duty)
            .ToListAsync(ct);
        var wanted = input.AccountIds.ToHashSet();
        var adding = wanted.Where(id => held.All(h => h.AccountId != id)).ToList();
        var leaving = held.Where(h =>
                h.AccountId != actor.AccountId && !wanted.Contains(h.AccountId)
            )
            .ToList();
        var against = await AgainstAsync(input.Duty, adding, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var ids = adding.Concat(leaving.Select(h => h.AccountId)).ToList();
        var names = await db.Set<Account>()
            .Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var duty = Duties.Title(input.Duty);
        foreach (var id in adding)
        {
            db.Add(
                new CapabilityHolder
                {
                    AccountId = id,
                    CouncilId = actor.CouncilId,
                    Capability = input.Duty,
                }
            );
            Note(id, "duty.assigned", $"{names[id]} holds a duty from now on: {duty}");
        }
        foreach (var holder in leaving)
        {
            db.Remove(holder);
            Note(
                holder.AccountId,
                "duty.ended",
                $"{names.GetValueOrDefault(holder.AccountId, "Somebody")} no longer holds a duty: {duty}"
            );
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;

        void Note(Guid account, string kind, string title) =>
            history.Write(actor, account, new HistoryNote(kind, title) { Rules = Rules(input) });
    }

    private static string[] Rules(NameHoldersInput input) =>
        input.Duty is Capability.IntakeOfficer ? [Rule, "R-ENQ-13"] : [Rule];

    private async Task<List<Refusal>> AgainstAsync(
        Capability duty,
        List<Guid> adding,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (!Enum.IsDefined(duty))
            against.Add(new Refusal("There is no such duty."));
        if (adding.Contains(actor.AccountId))
            against.Add(
                new Refusal(
                    "Nobody gives themselves a duty. Ask another administrator.",
                    Rule,
                    "holders"
                )
            );
        var staff = await people.AllAsync(actor.CouncilId, ct);
        foreach (var id in adding.Where(id => id != actor.AccountId))
            if (staff.FirstOrDefault(s => s.AccountId == id) is not { } person)
                against.Add(
                    new Refusal(
                        "Choose somebody who works in this council and whose account is active.",
                        null,
                        "holders"
                    )
                );
            else if (Duties.OpensCases(duty) && person.Roles.Contains(Role.Administrator))
                against.Add(
                    new Refusal(
                        $"{person.Name} is an administrator and sees no case, so somebody else has to hold this duty.",
                        Rule,
                        "holders"
                    )
                );
        return against;
    }
}
