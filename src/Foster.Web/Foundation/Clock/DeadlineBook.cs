using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Clock;

/// <summary>Where operations open, meet and cancel deadlines. Everything is saved with the act itself.</summary>
public sealed class DeadlineBook(
    FosterDb db,
    LondonClock clock,
    ICalendarSource calendars,
    DeadlineNumbers numbers,
    IEnumerable<IClockHolder> holders
)
{
    /// <summary>Starts a clock from a day in London.</summary>
    /// <param name="holder">The role whose work it is.</param>
    /// <param name="forApplicant">What the applicant reads beside the same date; null where they do not see it.</param>
    public async Task<Deadline> OpenAsync(
        Guid councilId,
        Guid caseId,
        Guid subjectId,
        DeadlineLine line,
        DateOnly triggerOn,
        Role holder,
        CancellationToken ct,
        string? title = null,
        string? forApplicant = null
    )
    {
        var calendar = await calendars.CurrentAsync(ct);
        var deadline = Deadline.Open(
            councilId,
            caseId,
            subjectId,
            line,
            triggerOn,
            calendar,
            holder.ToString(),
            numbers,
            title
        );
        if (line.IsUnannounced && forApplicant is not null)
            throw new InvalidOperationException($"{line.Key} is never shown to the household.");
        deadline.ApplicantTitle = forApplicant;
        await SettleAsync(deadline, holder, ct);
        db.Add(deadline);
        return deadline;
    }

    /// <summary>Makes the open clock of a record the work of another role; its date stays.</summary>
    public async Task HandAsync(
        Guid caseId,
        DeadlineLine line,
        Guid subjectId,
        Role to,
        CancellationToken ct
    )
    {
        foreach (var deadline in await OpenOnesAsync(caseId, ct))
            if (deadline.LineKey == line.Key && deadline.SubjectId == subjectId)
            {
                deadline.HandTo(to);
                await SettleAsync(deadline, to, ct);
            }
    }

    /// <summary>The due date a line would give, without opening anything.</summary>
    public async Task<Due> PreviewAsync(
        DeadlineLine line,
        DateOnly triggerOn,
        CancellationToken ct
    ) => line.From(triggerOn, await calendars.CurrentAsync(ct), numbers);

    /// <summary>Closes the open deadlines of a line in a case: met when the day is in time, else missed.</summary>
    public async Task MeetAsync(
        Guid caseId,
        DeadlineLine line,
        DateOnly on,
        CancellationToken ct,
        Guid? subjectId = null
    )
    {
        foreach (var deadline in await OpenOnesAsync(caseId, ct))
            if (
                deadline.LineKey == line.Key
                && (subjectId is null || deadline.SubjectId == subjectId)
            )
                deadline.Meet(on);
    }

    /// <summary>Ends the open deadlines of a line that are no longer needed.</summary>
    public async Task CancelAsync(
        Guid caseId,
        DeadlineLine line,
        string reason,
        CancellationToken ct,
        Guid? subjectId = null
    )
    {
        foreach (var deadline in await OpenOnesAsync(caseId, ct))
            if (
                deadline.LineKey == line.Key
                && (subjectId is null || deadline.SubjectId == subjectId)
            )
                deadline.Cancel(reason, clock.Today);
    }

    /// <summary>Ends every open deadline of a case, when its road ends, but for what is owed all the same.</summary>
    public async Task CancelAllAsync(Guid caseId, string reason, CancellationToken ct)
    {
        foreach (var deadline in await OpenOnesAsync(caseId, ct))
            if (DeadlineRules.Line(deadline.LineKey) is not { OutlivesItsCase: true })
                deadline.Cancel(reason, clock.Today);
    }

    /// <summary>Lets cancelled deadlines of a case go on with their old dates, when what cancelled them is undone.</summary>
    public async Task ResumeAsync(
        Guid caseId,
        IReadOnlyCollection<Guid> which,
        CancellationToken ct
    )
    {
        foreach (
            var deadline in await db.Set<Deadline>()
                .Where(d => d.CaseId == caseId && which.Contains(d.Id))
                .ToListAsync(ct)
        )
            deadline.Resume();
    }

    private async Task SettleAsync(Deadline deadline, Role holder, CancellationToken ct)
    {
        foreach (var source in holders)
            if (await source.InsteadOfAsync(deadline.CaseId, holder, ct) is { } other)
                deadline.PassTo(other);
    }

    private async Task<List<Deadline>> OpenOnesAsync(Guid caseId, CancellationToken ct)
    {
        await db.Set<Deadline>()
            .Where(d => d.CaseId == caseId && d.Status == DeadlineStatus.Open)
            .LoadAsync(ct);
        return
        [
            .. db.Set<Deadline>()
                .Local.Where(d => d.CaseId == caseId && d.Status == DeadlineStatus.Open),
        ];
    }
}
