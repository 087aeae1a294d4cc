using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record PrintReferenceLetterInput(Guid RefereeId);

/// <summary>What stands in a letter to a referee. The link is known to this letter alone.</summary>
public sealed record ReferenceLetter(
    string Name,
    IReadOnlyList<string> AddressLines,
    string Link,
    DateOnly On,
    DateOnly Until,
    Council Council
);

/// <summary>Makes a fresh link for a letter to a referee who was asked; somebody may be writing behind an earlier one, which goes on working (R-REF-05).</summary>
public sealed class PrintReferenceLetter(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result<ReferenceLetter>> RunAsync(
        PrintReferenceLetterInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.RefereeId, ct) is not { } found)
            return Result<ReferenceLetter>.Refused("This referee is not open to you.");
        var referee = found.Referee;
        var against = new List<Refusal>(found.Against);
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            against.Add(new Refusal("Only the assessor or the team manager writes to referees."));
        if (referee.State != RefereeState.Asked)
            against.Add(
                new Refusal(
                    $"A letter is for somebody who was asked and has not answered. This referee is {RefereeMachine.Words(referee.State)}.",
                    "R-REF-01"
                )
            );
        else if (referee.AnsweredOn is not null)
            against.Add(
                new Refusal(
                    "They have sent their reference already, so there is no link for them.",
                    "R-REF-01"
                )
            );
        against.AddRange(await act.AgainstConsentAsync(referee, ct));
        if (against.Count > 0)
            return Result<ReferenceLetter>.Refused(against);
        var link = await act.LinkAsync(referee, ct, keepEarlier: true);
        var council = await db.Set<Council>()
            .AsNoTracking()
            .SingleAsync(c => c.Id == referee.CouncilId, ct);
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote("referee.letter", "A letter to a referee was printed")
            {
                PersonId = referee.PersonId,
                Rules = ["R-REF-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return new ReferenceLetter(
            referee.Name,
            (referee.Address ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            link,
            clock.Today,
            clock.Today.AddDays(RefereeAct.LinkLife.Days),
            council
        );
    }
}
