using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>Until when something is kept, and why.</summary>
public sealed record RetentionDue(
    Guid CaseId,
    string What,
    Guid SubjectId,
    DeadlineLine Line,
    int Number,
    DateOnly TriggerOn,
    DateOnly KeptTo,
    DateOnly DueOn,
    string Explanation
);

/// <summary>
/// Counts from what the features say of their records when something may go. The numbers are those of the rules and of
/// the council's own schedule; nothing is ever due before its day.
/// </summary>
public sealed class RetentionClock(
    FosterDb db,
    ICalendarSource calendars,
    DeadlineNumbers numbers,
    IEnumerable<IRetentionStage> stages,
    IEnumerable<IRetentionDetail> details
)
{
    private const int AtOnce = 500;

    /// <summary>What is due on a day and has not been proposed yet, in the council of the scope.</summary>
    public async Task<IReadOnlyList<RetentionDue>> NewlyDueAsync(DateOnly day, CancellationToken ct)
    {
        var due = new List<RetentionDue>();
        foreach (var stage in stages)
        {
            var cases = await Unproposed(stage.Ended(), RetentionItem.WholeCase, stage.Line, day)
                .Select(e => e.CaseId)
                .Distinct()
                .OrderBy(id => id)
                .Take(AtOnce)
                .ToListAsync(ct);
            foreach (var caseId in cases.Where(c => due.TrueForAll(d => d.CaseId != c)))
                if (await OfCaseAsync(caseId, ct) is { } found && found.DueOn <= day)
                    due.Add(found);
        }
        foreach (var detail in details)
        {
            var ends = await Unproposed(detail.Ended(), detail.Key, detail.Line, day)
                .OrderBy(e => e.SubjectId)
                .Take(AtOnce)
                .ToListAsync(ct);
            foreach (var end in ends.DistinctBy(e => e.SubjectId))
                if (
                    await OfDetailAsync(detail, end.SubjectId, ct) is { } found
                    && found.DueOn <= day
                )
                    due.Add(found);
        }
        return due;
    }

    /// <summary>When this may go as things stand; null where it is kept without end.</summary>
    public async Task<RetentionDue?> OfAsync(string what, Guid subjectId, CancellationToken ct) =>
        what == RetentionItem.WholeCase ? await OfCaseAsync(subjectId, ct)
        : details.FirstOrDefault(d => d.Key == what) is { } detail
            ? await OfDetailAsync(detail, subjectId, ct)
        : null;

    /// <summary>The longest time wins (R-REC-05).</summary>
    private async Task<RetentionDue?> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        if (!await Closed().AnyAsync(c => c.Id == caseId, ct))
            return null;
        var found = new List<RetentionDue>();
        foreach (var stage in stages)
        foreach (var end in await stage.Ended().Where(e => e.CaseId == caseId).ToListAsync(ct))
            found.Add(await CountAsync(stage.Line, RetentionItem.WholeCase, end, ct));
        return found.MaxBy(d => d.DueOn);
    }

    private async Task<RetentionDue?> OfDetailAsync(
        IRetentionDetail detail,
        Guid subjectId,
        CancellationToken ct
    )
    {
        var ends = await detail.Ended().Where(e => e.SubjectId == subjectId).ToListAsync(ct);
        return ends.MaxBy(e => e.On) is { } last
            ? await CountAsync(detail.Line, detail.Key, last, ct)
            : null;
    }

    private async Task<RetentionDue> CountAsync(
        DeadlineLine line,
        string what,
        StageEnd end,
        CancellationToken ct
    )
    {
        var due = line.From(end.On, await calendars.CurrentAsync(ct), numbers);
        // A least time has to be over; a longest time (R-DP-04) is reached on its last day.
        var kept = IsLeast(line) ? due.On : due.On.AddDays(-1);
        return new RetentionDue(
            end.CaseId,
            what,
            end.SubjectId,
            line,
            numbers.For(line),
            end.On,
            kept,
            kept.AddDays(1),
            due.Explanation.Text
        );
    }

    private IQueryable<StageEnd> Unproposed(
        IQueryable<StageEnd> ends,
        string what,
        DeadlineLine line,
        DateOnly day
    )
    {
        // A few days too many at the ends of months; each is counted exactly afterwards.
        var months =
            line.Counting == Counting.KeepYears ? 12 * numbers.For(line) : numbers.For(line);
        var latest = day.AddMonths(-months).AddDays(3);
        var closed = Closed();
        return ends.Where(e =>
            e.On <= latest
            && (what != RetentionItem.WholeCase || closed.Any(c => c.Id == e.CaseId))
            && !db.Set<RetentionItem>()
                .Any(i =>
                    i.What == what
                    && i.SubjectId == e.SubjectId
                    && i.State != RetentionState.Withdrawn
                )
        );
    }

    private IQueryable<Case> Closed() =>
        db.Set<Case>()
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.ClosedOn != null && c.ErasedOn == null);

    private static bool IsLeast(DeadlineLine line) =>
        line.Counting is Counting.KeepYears or Counting.KeepMonths;
}
