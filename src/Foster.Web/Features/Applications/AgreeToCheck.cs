using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record AgreeToCheckInput(Guid CaseId, string CheckKey);

/// <summary>
/// After sending, an applicant agrees to a check that they had refused or taken back (R-APP-05). It is a new row in the
/// words in force; what waited for the team manager's decision does not any more.
/// </summary>
public sealed class AgreeToCheck(
    FosterDb db,
    ConsentBook book,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AgreeToCheckInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.ProspectiveCarer) || actor.PersonId is not { } person)
            return Result.Refused("Only the person themself can agree to a check.");
        var open = await db.Set<Application>()
            .AnyAsync(a => a.CaseId == input.CaseId && a.ClosedOn == null, ct);
        var before = (
            await db.Set<Consent>()
                .Where(c =>
                    c.CaseId == input.CaseId && c.PersonId == person && c.CheckKey == input.CheckKey
                )
                .ToListAsync(ct)
        ).Latest();
        if (
            !open
            || before is null or { IsLive: true }
            || ConsentWordings.Find(input.CheckKey) is not { } wording
        )
            return Result.Refused("There is no refused check to which you could agree.");
        await book.NoteAsync(
            new(before.CouncilId, before.CaseId, person, wording.CheckKey, true, clock.Today),
            received: true,
            actor,
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("application.consent-given", $"Agrees to the check now: {wording.Name}")
            {
                ForApplicant = $"You agreed to the check: {wording.Name}",
                PersonId = person,
                Rules = ["R-APP-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
