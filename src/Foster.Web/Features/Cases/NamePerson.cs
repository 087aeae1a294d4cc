using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Cases;

public sealed record NamePersonInput(Guid CaseId, Guid AccountId, string Reason);

/// <summary>An intake officer, or who holds the case in their place, opens a restricted case to one more person (R-SOD-08).</summary>
public sealed class NamePerson(FosterDb db, CaseReads cases, Naming naming, CaseHistory history)
{
    public async Task<Result> RunAsync(NamePersonInput input, Actor actor, CancellationToken ct)
    {
        var found = await cases.FindAsync(input.CaseId, ct);
        if (found is null)
            return Result.Refused("This case cannot be found.");
        var who = await naming.FindAsync(found, input.AccountId, ct);
        var against = await AgainstAsync(found, who, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        await naming.AddAsync(found, who!.AccountId, actor, ct, atPanel: who.SitsOnly);
        await history.WriteAsync(
            actor,
            found.Id,
            new HistoryNote(
                "case.person-named",
                who.SitsOnly
                    ? $"{who.Name} may hear this restricted case at panel"
                    : $"{who.Name} may open this restricted case"
            )
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
        Candidate? who,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (!await naming.MayNameAsync(found.Id, actor, ct))
            against.Add(
                new("Only an intake officer names people for a restricted case.", "R-SOD-08")
            );
        if (!found.Restricted)
            against.Add(new("This case is not restricted: nobody needs to be named for it."));
        if (who is null)
            return [.. against, new("Choose somebody who works here.", null, "person")];
        if (who.IsConcerned)
            against.Add(Naming.Connected(who.Name, "person"));
        if (await naming.IsNamedAsync(found.Id, who.AccountId, ct))
            against.Add(new($"{who.Name} may open this case already.", null, "person"));
        return against;
    }
}
