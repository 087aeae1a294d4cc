using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>One answer about a check, as staff see it.</summary>
/// <param name="Asks">A mandatory check was refused, and nobody has decided yet.</param>
public sealed record ConsentLine(Consent Consent, ConsentDecision? Decision, bool Asks)
{
    public string Name => ConsentWordings.Find(Consent.CheckKey)?.Name ?? Consent.CheckKey;

    /// <summary>When, and who recorded it where they did not answer themselves.</summary>
    public string Answered =>
        Consent.RecordedBy is { } by
            ? $"{BritishDate.Long(London.DateOf(Consent.AnsweredAt))}, on paper, recorded by {by}"
            : BritishTime.Long(Consent.AnsweredAt);

    public string Standing =>
        Consent switch
        {
            { WithdrawnAt: not null } => "Taken back or changed",
            { Given: true } => "Agrees",
            _ => "Refuses",
        };
}

/// <summary>The answers about checks in a case, in the order in which they were given (R-APP-05).</summary>
public sealed class ConsentReads(FosterDb db)
{
    public async Task<IReadOnlyList<ConsentLine>> OfAsync(Guid caseId, CancellationToken ct)
    {
        var consents = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.CaseId == caseId)
            .OrderBy(c => c.AnsweredAt)
            .ThenBy(c => c.Id)
            .ToListAsync(ct);
        var decisions = await db.Set<ConsentDecision>()
            .AsNoTracking()
            .Where(d => d.CaseId == caseId)
            .ToListAsync(ct);
        return
        [
            .. from c in consents
            let decision = decisions.Find(d => d.ConsentId == c.Id)
            let last = consents
                .Where(o => o.PersonId == c.PersonId && o.CheckKey == c.CheckKey)
                .Latest()
            select new ConsentLine(
                c,
                decision,
                decision is null
                    && last == c
                    && !c.IsLive
                    && RefusedConsents.IsMandatory(c.CheckKey)
            ),
        ];
    }
}
