using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record WithdrawConsentInput(Guid CaseId, string CheckKey);

/// <summary>
/// An applicant takes a consent back, also after the application was sent (R-APP-05). The check stops: nobody is chased
/// or answers by a link any more. What came in before stays.
/// </summary>
public sealed class WithdrawConsent(
    FosterDb db,
    RefusedConsents refused,
    RefereeAct referees,
    HandOver handOver,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        WithdrawConsentInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.ProspectiveCarer) || actor.PersonId is not { } person)
            return Result.Refused("Only the person themself can take a consent back.");
        var consent = await db.Set<Consent>()
            .SingleOrDefaultAsync(
                c =>
                    c.CaseId == input.CaseId
                    && c.PersonId == person
                    && c.CheckKey == input.CheckKey
                    && c.Given
                    && c.WithdrawnAt == null,
                ct
            );
        if (consent is null)
            return Result.Refused("There is no consent to this check that could be taken back.");
        consent.WithdrawnAt = clock.Now;
        var received = await db.Set<Application>()
            .AnyAsync(a => a.CaseId == input.CaseId && a.ReceivedOn != null, ct);
        if (received && RefusedConsents.IsMandatory(consent.CheckKey))
            await refused.AskAsync(consent, clock.Today, ct);
        if (consent.CheckKey == AskReferee.Check)
            await referees.StopAsync(input.CaseId, person, ct);
        await handOver.PublishAsync(
            new ConsentWithdrawn(input.CaseId, person, consent.CheckKey),
            actor,
            ct
        );
        var name = ConsentWordings.Find(input.CheckKey)?.Name ?? input.CheckKey;
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("application.consent-withdrawn", $"Consent taken back: {name}")
            {
                ForApplicant = $"You took back your consent: {name}",
                PersonId = person,
                Rules = ["R-APP-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
