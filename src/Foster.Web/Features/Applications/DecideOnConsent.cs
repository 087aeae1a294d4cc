using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record DecideOnConsentInput(
    Guid CaseId,
    Guid ConsentId,
    ConsentChoice Choice,
    string Reason
);

/// <summary>The team manager decides how a case goes on after a mandatory check was refused (R-APP-05).</summary>
public sealed class DecideOnConsent(
    FosterDb db,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        DecideOnConsentInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.TeamManager))
            return Result.Refused(
                "Only the team manager decides about a refused check.",
                "R-APP-05"
            );
        var consent = await db.Set<Consent>()
            .SingleOrDefaultAsync(c => c.Id == input.ConsentId && c.CaseId == input.CaseId, ct);
        if (consent is null || consent.IsLive || !RefusedConsents.IsMandatory(consent.CheckKey))
            return Result.Refused("There is no refused check to decide about.", "R-APP-05");
        if (
            !await db.Set<Application>()
                .AnyAsync(a => a.CaseId == input.CaseId && a.ReceivedOn != null, ct)
        )
            return Result.Refused(
                "The application was not sent yet, so they can still change their answer.",
                "R-APP-05"
            );
        if (await db.Set<ConsentDecision>().AnyAsync(d => d.ConsentId == consent.Id, ct))
            return Result.Refused("This was decided already.", "R-APP-05");
        if (ReasonRule.Against(input.Reason) is { Count: > 0 } against)
            return Result.Refused(against);
        db.Add(
            new ConsentDecision
            {
                CouncilId = consent.CouncilId,
                CaseId = consent.CaseId,
                PersonId = consent.PersonId,
                ConsentId = consent.Id,
                Choice = input.Choice,
                Reason = input.Reason.Trim(),
                By = actor.Name,
                DecidedAt = clock.Now,
            }
        );
        await deadlines.MeetAsync(
            input.CaseId,
            DeadlineRules.RefusedConsentDecision,
            clock.Today,
            ct,
            consent.Id
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "assessment.consent-decided",
                input.Choice == ConsentChoice.AskAgain
                    ? "After a refused check: talk with them again"
                    : "After a refused check: the case cannot go on"
            )
            {
                ReasonCode = input.Choice.ToString(),
                Reason = input.Reason.Trim(),
                Rules = ["R-APP-05", "R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
