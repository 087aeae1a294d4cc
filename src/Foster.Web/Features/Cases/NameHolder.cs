using Foster.Web.Features.Cases.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record NameHolderInput(Guid CaseId, Guid AccountId);

/// <summary>
/// An administrator names somebody to hold a restricted case that has too few intake officers, without seeing anything
/// of it (R-SOD-07, R-SOD-08). Whoever is named keeps its clocks and names others, as an intake officer would.
/// </summary>
public sealed class NameHolder(
    FosterDb db,
    UnheldReads unheld,
    Naming naming,
    CaseHistory history,
    Outbox outbox,
    Links links
)
{
    /// <summary>One answer for everybody who cannot, so that nobody learns whom the case is about.</summary>
    private static readonly Refusal NotThem = new(
        "This person cannot hold this case. Choose somebody else, or agree with another council that it assesses.",
        "R-SOD-08",
        "person"
    );

    public async Task<Result> RunAsync(NameHolderInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.Administrator))
            return Result.Refused("Only an administrator names who holds such a case.", "R-SOD-08");
        if (await unheld.FindAsync(input.CaseId, ct) is not { } row)
            return Result.Refused("This case does not need anybody to be named.", "R-SOD-08");
        var found = await db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .SingleAsync(c => c.Id == row.CaseId, ct);
        var who = await naming.FindAsync(found, input.AccountId, ct);
        var against = await AgainstAsync(found, who, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        await naming.AddAsync(found, who!.AccountId, actor, ct, standsIn: true);
        await history.WriteAsync(
            actor,
            found.Id,
            new HistoryNote(
                "case.holder-named",
                $"{who.Name} holds this restricted case, since too few intake officers are free"
            )
            {
                Audience = Audience.Restricted,
                ReasonCode = "no-free-intake-officer",
                Rules = ["R-SOD-07", "R-SOD-08"],
            },
            ct
        );
        if (who.Email is { } email)
            outbox.Post(
                found.CouncilId,
                found.Id,
                RestrictedEmail.Named(
                    email,
                    who.Name.Split(' ')[0],
                    found.Reference,
                    await db.Set<Council>().SingleAsync(c => c.Id == found.CouncilId, ct),
                    links.Absolute(CaseLinks.Case(found.Id))
                )
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
        if (who is null)
            return [new Refusal("Choose somebody who works here.", null, "person")];
        if (who.AccountId == actor.AccountId)
            return
            [
                new Refusal("Administrators do not give themselves cases.", "R-SOD-07", "person"),
            ];
        var eligible = (await unheld.EligibleAsync(actor, ct)).Any(s =>
            s.AccountId == who.AccountId
        );
        return !eligible || who.IsConcerned || await naming.HoldsAsync(found, who.AccountId, ct)
            ? [NotThem]
            : [];
    }
}
