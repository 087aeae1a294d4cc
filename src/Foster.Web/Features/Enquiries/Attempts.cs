using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// The days on which somebody was tried in vain since they were last spoken with, or since the enquiry was taken up
/// again, and the time that runs from the first of them. What was tried in an enquiry that was merged into this one counts
/// as well, as long as the merge stands (R-ENQ-15).
/// </summary>
public sealed class Attempts(FosterDb db, DeadlineBook deadlines, LondonClock clock)
{
    /// <summary>Attempts on different days before an enquiry may be closed without contact.</summary>
    public const int Least = 3;

    /// <summary>Everything that still has to be tried, and how long; empty where it may be closed without contact.</summary>
    public async Task<IReadOnlyList<Refusal>> AgainstAsync(Enquiry enquiry, CancellationToken ct)
    {
        var days = await DaysAsync(enquiry, ct);
        var against = new List<Refusal>();
        if (days.Count < Least)
            against.Add(
                new(
                    $"Try on {Least} different days first. Days tried since you last spoke: {days.Count}.",
                    "R-ENQ-15"
                )
            );
        if (days.Count == 0)
            return against;
        var due = await deadlines.PreviewAsync(DeadlineRules.NoContactClosure, days[0], ct);
        if (clock.Today < due.On)
            against.Add(
                new(
                    $"It can be closed without contact from {BritishDate.Long(due.On)}, ten working days after the first attempt.",
                    "R-ENQ-15"
                )
            );
        return against;
    }

    /// <summary>The earliest first, with what is not saved yet.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(Enquiry enquiry, CancellationToken ct)
    {
        var cases = await WithMergedAsync(enquiry.CaseId, ct);
        await db.Set<EnquiryContact>().Where(c => cases.Contains(c.CaseId)).LoadAsync(ct);
        return
        [
            .. db.Set<EnquiryContact>()
                .Local.Where(c => cases.Contains(c.CaseId))
                .Where(c => enquiry.ReopenedAt is not { } again || c.At >= again)
                .OrderByDescending(c => c.At)
                .ThenByDescending(c => c.Id)
                .TakeWhile(c => !c.Reached)
                .Select(c => c.On)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>Counts anew after whatever was logged, for the day on which it may be closed follows the first attempt.</summary>
    public async Task CountAsync(Enquiry enquiry, CancellationToken ct)
    {
        var days = await DaysAsync(enquiry, ct);
        var running = await db.Set<Deadline>()
            .Where(d => d.CaseId == enquiry.CaseId && d.Status == DeadlineStatus.Open)
            .Where(d => d.LineKey == DeadlineRules.NoContactClosure.Key)
            .Select(d => (DateOnly?)d.TriggerOn)
            .FirstOrDefaultAsync(ct);
        if (running is null ? days.Count == 0 : days.Count > 0 && days[0] == running)
            return;
        await deadlines.CancelAsync(
            enquiry.CaseId,
            DeadlineRules.NoContactClosure,
            days.Count == 0 ? "They were reached" : "The first attempt was on another day",
            ct
        );
        if (days.Count > 0)
            await deadlines.OpenAsync(
                enquiry.CouncilId,
                enquiry.CaseId,
                enquiry.Id,
                DeadlineRules.NoContactClosure,
                days[0],
                Role.RecruitmentOfficer,
                ct
            );
    }

    /// <summary>This case, those merged into it, and those merged into them before.</summary>
    private async Task<List<Guid>> WithMergedAsync(Guid caseId, CancellationToken ct)
    {
        List<Guid> all = [caseId];
        for (List<Guid> last = [caseId]; last.Count > 0; )
        {
            var into = last;
            last = await db.Set<Enquiry>()
                .Where(e => e.MergedInto != null && into.Contains(e.MergedInto.Value))
                .Where(e => !all.Contains(e.CaseId))
                .Select(e => e.CaseId)
                .ToListAsync(ct);
            all.AddRange(last);
        }
        return all;
    }
}
