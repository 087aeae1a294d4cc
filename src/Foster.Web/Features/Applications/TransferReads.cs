using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>The meeting's clock with its reason.</summary>
public sealed record TransferClock(
    DateOnly DueOn,
    int DaysLeft,
    DeadlineStatus Status,
    IReadOnlyList<string> Why
);

/// <summary>A move as its page shows it.</summary>
/// <param name="IsOver">The case is closed, so nothing is recorded of it any more.</param>
public sealed record TransferView(
    Guid CaseId,
    string Reference,
    bool IsOver,
    Transfer? Transfer,
    TransferClock? Clock
);

/// <summary>Reads the move of a case within the reader’s scope.</summary>
public sealed class TransferReads(FosterDb db, CaseReads cases, LondonClock clock)
{
    /// <summary>Null where the case is out of reach.</summary>
    public async Task<TransferView?> FindAsync(Guid caseId, CancellationToken ct)
    {
        if (await cases.FindAsync(caseId, ct) is not { } found)
            return null;
        var transfer = await OfCaseAsync(caseId, ct);
        var due = await db.Set<Deadline>()
            .AsNoTracking()
            .Where(d =>
                d.CaseId == caseId
                && d.LineKey == DeadlineRules.TransferMeeting.Key
                && d.Status != DeadlineStatus.Cancelled
            )
            .OrderByDescending(d => d.Id)
            .FirstOrDefaultAsync(ct);
        return new TransferView(
            caseId,
            found.Reference,
            found.ClosedOn is not null,
            transfer,
            due is null
                ? null
                : new TransferClock(
                    due.DueOn,
                    due.DueOn.DayNumber - clock.Today.DayNumber,
                    due.Status,
                    due.ExplanationText.Split('\n')
                )
        );
    }

    public Task<Transfer?> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Transfer>().AsNoTracking().SingleOrDefaultAsync(t => t.CaseId == caseId, ct);
}
