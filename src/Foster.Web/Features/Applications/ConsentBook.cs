using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="On">The day they signed or said it.</param>
/// <param name="RecordedBy">Who saw it on paper; null where the person answers themself.</param>
public sealed record NewConsent(
    Guid CouncilId,
    Guid CaseId,
    Guid PersonId,
    string CheckKey,
    bool Given,
    DateOnly On,
    string? RecordedBy = null
);

/// <summary>
/// An answer about a check as a row (R-APP-05), with all that follows from it: what waited for the team manager, who is
/// chased, and whether referees are asked. Callers write the history and save.
/// </summary>
public sealed class ConsentBook(
    FosterDb db,
    RefusedConsents refused,
    RefereeAct referees,
    DeadlineBook deadlines,
    HandOver handOver,
    LondonClock clock
)
{
    private static readonly TimeOnly Noon = new(12, 0);

    public async Task<Consent> NoteAsync(
        NewConsent answer,
        bool received,
        Actor actor,
        CancellationToken ct
    )
    {
        var wording =
            ConsentWordings.Find(answer.CheckKey)
            ?? throw new ArgumentException($"Nobody is asked about {answer.CheckKey}.");
        var before = (
            await db.Set<Consent>()
                .Where(c =>
                    c.CaseId == answer.CaseId
                    && c.PersonId == answer.PersonId
                    && c.CheckKey == answer.CheckKey
                )
                .ToListAsync(ct)
        ).Latest();
        var at = answer.On >= clock.Today ? clock.Now : clock.FromLondon(answer.On, Noon);
        var (wasLive, stood) = (before?.IsLive == true, before is { WithdrawnAt: null });
        if (stood)
            before!.WithdrawnAt = at;
        var consent = new Consent
        {
            CouncilId = answer.CouncilId,
            CaseId = answer.CaseId,
            PersonId = answer.PersonId,
            CheckKey = answer.CheckKey,
            WordingVersion = wording.Version,
            Given = answer.Given,
            AnsweredAt = at,
            RecordedBy = answer.RecordedBy,
        };
        db.Add(consent);
        if (answer.Given && before is not null && !wasLive)
        {
            await deadlines.CancelAsync(
                answer.CaseId,
                DeadlineRules.RefusedConsentDecision,
                "They agree to the check.",
                ct,
                before.Id
            );
            if (answer.CheckKey == AskReferee.Check)
                await referees.GoOnAsync(answer.CaseId, answer.PersonId, ct);
            await handOver.PublishAsync(
                new ConsentGivenAfterAll(answer.CaseId, answer.PersonId, answer.CheckKey),
                actor,
                ct
            );
        }

        if (!answer.Given)
        {
            if (received && wording.Mandatory)
                await refused.AskAsync(consent, clock.Today, ct);
            if (answer.CheckKey == AskReferee.Check)
                await referees.StopAsync(answer.CaseId, answer.PersonId, ct);
            if (wasLive)
                await handOver.PublishAsync(
                    new ConsentWithdrawn(answer.CaseId, answer.PersonId, answer.CheckKey),
                    actor,
                    ct
                );
        }

        return consent;
    }
}
