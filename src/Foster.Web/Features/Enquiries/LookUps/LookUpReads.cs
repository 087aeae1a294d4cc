using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.LookUps;

/// <summary>Looks into the case system, of one enquiry.</summary>
public sealed class LookUpReads(FosterDb db)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<LookUp>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<LookUp>()
            .AsNoTracking()
            .Where(l => l.CaseId == caseId)
            .OrderByDescending(l => l.On)
            .ThenByDescending(l => l.Id)
            .ToListAsync(ct);

    /// <summary>The day by which the team manager decides about a concern; null where none stands.</summary>
    public Task<DateOnly?> DecideByAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Deadline>()
            .Where(d => d.CaseId == caseId && d.Status == DeadlineStatus.Open)
            .Where(d => d.LineKey == DeadlineRules.EnquiryConcern.Key)
            .MinAsync(d => (DateOnly?)d.DueOn, ct);

    public static Refusal Stopped { get; } =
        new("This enquiry is stopped. The team manager decides whether it goes on.", "R-ENQ-10");

    /// <summary>What stands against the next step while the team manager has not decided about a concern (R-ENQ-10).</summary>
    public async Task<IReadOnlyList<Refusal>> AgainstAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<LookUp>()
            .AnyAsync(
                l =>
                    l.CaseId == caseId && l.Outcome == LookUpOutcome.Concern && l.ClearedOn == null,
                ct
            )
            ? [Stopped]
            : [];
}
