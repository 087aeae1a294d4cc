using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>
/// Stops everything that is done about a check which somebody refused, or to which they took their consent back. What
/// was lawfully had before stays (R-APP-05). Where there is no answer at all, staff have to see a consent on paper.
/// </summary>
public sealed class ConsentGuard(FosterDb db, LondonClock clock)
{
    /// <summary>Why nothing may be done about this check of this person; empty where it may.</summary>
    /// <param name="on">The day of what is recorded; null for something that is done now.</param>
    public async Task<IReadOnlyList<Refusal>> AgainstAsync(
        Guid caseId,
        Guid? personId,
        string checkKey,
        CancellationToken ct,
        DateOnly? on = null
    )
    {
        var answers = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.CaseId == caseId && c.PersonId == personId && c.CheckKey == checkKey)
            .ToListAsync(ct);
        if (!answers.Stop() || (on is { } day && HeldBefore(answers, day)))
            return [];
        return
        [
            new Refusal(
                checkKey == AskReferee.Check
                    ? "The applicant has refused or withdrawn consent to interviews with referees. The team manager decides how to go on."
                    : "This person has refused or withdrawn consent to this check. The team manager decides how to go on.",
                "R-APP-05"
            ),
        ];
    }

    /// <summary>This person has answered about this check, whatever they said.</summary>
    public Task<bool> HasAnswerAsync(
        Guid caseId,
        Guid? personId,
        string checkKey,
        CancellationToken ct
    ) =>
        db.Set<Consent>()
            .AnyAsync(
                c => c.CaseId == caseId && c.PersonId == personId && c.CheckKey == checkKey,
                ct
            );

    /// <summary>There was a consent on this day that ended on that day at the earliest, so what came in then stays.</summary>
    public bool Held(IEnumerable<Consent> answers, DateOnly on) =>
        answers.Any(c => IsGivenBy(c, on) && EndOf(c) is var end && (end is null || end >= on));

    /// <summary>There was a consent on this day that did not end before the next.</summary>
    private bool HeldBefore(IEnumerable<Consent> answers, DateOnly on) =>
        answers.Any(c => IsGivenBy(c, on) && EndOf(c) is var end && (end is null || end > on));

    private bool IsGivenBy(Consent consent, DateOnly on) =>
        consent.Given && clock.DateOf(consent.AnsweredAt) <= on;

    private DateOnly? EndOf(Consent consent) =>
        consent.WithdrawnAt is { } end ? clock.DateOf(end) : null;
}
