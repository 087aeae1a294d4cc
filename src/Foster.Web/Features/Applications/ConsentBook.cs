using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="On">The day they signed or said it.</param>
public sealed record PaperConsent(
    Guid CouncilId,
    Guid CaseId,
    Guid PersonId,
    string CheckKey,
    bool Given,
    DateOnly On
);

/// <summary>
/// Answers about checks that staff saw on paper, as rows beside those that people gave themselves (R-APP-05). What
/// follows from an answer follows from these too. Callers write the history and save.
/// </summary>
public sealed class ConsentBook(
    FosterDb db,
    RefusedConsents refused,
    DeadlineBook deadlines,
    HandOver handOver,
    LondonClock clock
)
{
    private static readonly TimeOnly Noon = new(12, 0);

    public async Task<Consent> NoteAsync(
        PaperConsent paper,
        bool received,
        Actor actor,
        CancellationToken ct
    )
    {
        var wording =
            ConsentWordings.Find(paper.CheckKey)
            ?? throw new ArgumentException($"Nobody is asked about {paper.CheckKey}.");
        var before = (
            await db.Set<Consent>()
                .Where(c =>
                    c.CaseId == paper.CaseId
                    && c.PersonId == paper.PersonId
                    && c.CheckKey == paper.CheckKey
                )
                .ToListAsync(ct)
        ).Latest();
        var at = paper.On >= clock.Today ? clock.Now : clock.FromLondon(paper.On, Noon);
        var (wasLive, stood) = (before?.IsLive == true, before is { WithdrawnAt: null });
        if (stood)
            before!.WithdrawnAt = at;
        var consent = new Consent
        {
            CouncilId = paper.CouncilId,
            CaseId = paper.CaseId,
            PersonId = paper.PersonId,
            CheckKey = paper.CheckKey,
            WordingVersion = wording.Version,
            Given = paper.Given,
            AnsweredAt = at,
            RecordedBy = actor.Name,
        };
        db.Add(consent);
        if (paper.Given && before is not null && !wasLive)
        {
            await deadlines.CancelAsync(
                paper.CaseId,
                DeadlineRules.RefusedConsentDecision,
                "They agree to the check.",
                ct,
                before.Id
            );
            await handOver.PublishAsync(
                new ConsentGivenAfterAll(paper.CaseId, paper.PersonId, paper.CheckKey),
                actor,
                ct
            );
        }

        if (!paper.Given)
        {
            if (received && wording.Mandatory)
                await refused.AskAsync(consent, clock.Today, ct);
            if (wasLive)
                await handOver.PublishAsync(
                    new ConsentWithdrawn(paper.CaseId, paper.PersonId, paper.CheckKey),
                    actor,
                    ct
                );
        }

        return consent;
    }
}
