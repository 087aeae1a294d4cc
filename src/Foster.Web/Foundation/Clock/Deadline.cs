using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Foundation.Clock;

/// <summary>A due date made by a rule, with all that made it (R-DATE-09).</summary>
public sealed class Deadline : ICaseOwned, IVersioned
{
    private const int LeastReason = 20;

    private Deadline() { }

    public Guid Id { get; private set; }

    public Guid CouncilId { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The record it is about: an enquiry, a check, a decision.</summary>
    public Guid SubjectId { get; private set; }

    public string LineKey { get; private set; } = "";

    public string RuleId { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The number in force when it was made; a later setting does not move it.</summary>
    public int Number { get; private set; }

    public DateTime TriggerAt { get; private set; }

    public DateOnly TriggerOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The hour itself; only for rules in clock hours.</summary>
    public DateTime? DueAt { get; private set; }

    public string CalendarVersion { get; private set; } = "";

    /// <summary>The count, written out as it was made.</summary>
    public string ExplanationText { get; private set; } = "";

    /// <summary>The counts that a changed calendar has replaced, oldest first.</summary>
    public string? FormerExplanations { get; private set; }

    public DeadlineStatus Status { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? WaiverReason { get; private set; }

    public Guid? WaivedBy { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>The role whose work it is now, or the duty that keeps it where nobody of the role may see the case.</summary>
    public string HolderRole { get; private set; } = "";

    /// <summary>The role whose work it is by the rule.</summary>
    public string MeantFor { get; private set; } = "";

    /// <summary>What the applicant reads beside the same date; null where they do not see it.</summary>
    public string? ApplicantTitle { get; set; }

    public uint Version { get; set; }

    public static Deadline Open(
        Guid councilId,
        Guid caseId,
        Guid subjectId,
        DeadlineLine line,
        DateTime triggerAtUtc,
        WorkingCalendar calendar,
        string holderRole,
        DeadlineNumbers? numbers = null,
        string? title = null
    )
    {
        var number = (numbers ?? DeadlineNumbers.Catalogue).For(line);
        var deadline = new Deadline
        {
            Id = Guid.CreateVersion7(),
            CouncilId = councilId,
            CaseId = caseId,
            SubjectId = subjectId,
            LineKey = line.Key,
            RuleId = line.Rule.Id,
            Title = title ?? line.Label,
            Number = number,
            TriggerAt = London.AsUtc(triggerAtUtc),
            TriggerOn = London.DateOf(triggerAtUtc),
            HolderRole = holderRole,
            MeantFor = holderRole,
        };
        deadline.Take(line.From(triggerAtUtc, calendar, number), line);
        return deadline;
    }

    /// <summary>For a trigger of which only the day is known.</summary>
    public static Deadline Open(
        Guid councilId,
        Guid caseId,
        Guid subjectId,
        DeadlineLine line,
        DateOnly triggerOn,
        WorkingCalendar calendar,
        string holderRole,
        DeadlineNumbers? numbers = null,
        string? title = null
    ) =>
        Open(
            councilId,
            caseId,
            subjectId,
            line,
            London.StartOfDayUtc(triggerOn),
            calendar,
            holderRole,
            numbers,
            title
        );

    /// <summary>Gives it to whoever can see the case; the date stays.</summary>
    public void PassTo(string holder) => HolderRole = holder;

    /// <summary>Makes it the work of another role, such as when the case moves on; the date stays.</summary>
    public void HandTo(Role role) => HolderRole = MeantFor = role.ToString();

    /// <summary>Done on that day: met, or missed when that was too late.</summary>
    public Result Meet(DateOnly on) => Close(on <= DueOn, on);

    /// <summary>Done at that instant, which decides where the rule counts hours.</summary>
    public Result Meet(DateTime atUtc) =>
        Close(
            DueAt is { } hour ? London.AsUtc(atUtc) <= hour : London.DateOf(atUtc) <= DueOn,
            London.DateOf(atUtc)
        );

    /// <summary>Set aside by a person, who says why.</summary>
    public Result Waive(string reason, Guid by, DateOnly on)
    {
        var refusals = WhyNotOpen();
        if (reason.Trim().Length < LeastReason)
        {
            refusals.Add(
                new Refusal(
                    $"Give the reason in at least {LeastReason} characters.",
                    "R-VAL-06",
                    "Reason"
                )
            );
        }
        if (by == Guid.Empty)
        {
            refusals.Add(new Refusal("A waiver needs the person who gives it.", RuleId));
        }
        if (refusals.Count > 0)
        {
            return Result.Refused(refusals);
        }
        (Status, ClosedOn, WaiverReason, WaivedBy) = (DeadlineStatus.Waived, on, reason.Trim(), by);
        return Result.Done;
    }

    /// <summary>No longer needed, because what it waits for can no longer happen.</summary>
    public Result Cancel(string reason, DateOnly on)
    {
        var refusals = WhyNotOpen();
        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new Refusal("Say why this date is no longer needed.", RuleId, "Reason"));
        }
        if (refusals.Count > 0)
        {
            return Result.Refused(refusals);
        }
        (Status, ClosedOn, CancelReason) = (DeadlineStatus.Cancelled, on, reason.Trim());
        return Result.Done;
    }

    /// <summary>Goes on as if it had never been cancelled: its date stays the old one.</summary>
    public Result Resume()
    {
        if (Status != DeadlineStatus.Cancelled)
            return Result.Refused("This date was not cancelled.", RuleId);
        (Status, ClosedOn, CancelReason) = (DeadlineStatus.Open, null, null);
        return Result.Done;
    }

    /// <summary>Counts again with a changed calendar. Answers with the move to be written to the history, or null
    /// when the date stays.</summary>
    public DeadlineMove? Recompute(WorkingCalendar calendar)
    {
        if (
            Status != DeadlineStatus.Open
            || calendar.Version == CalendarVersion
            || DeadlineRules.Line(LineKey) is not { } line
        )
        {
            return null;
        }
        var old = new DeadlineMove(DueOn, DueOn, CalendarVersion, calendar.Version);
        var oldText = ExplanationText;
        Take(line.Reckon(TriggerAt, calendar, Number), line);
        if (DueOn == old.From)
        {
            return null;
        }
        FormerExplanations = FormerExplanations is null
            ? oldText
            : FormerExplanations + "\n\n" + oldText;
        return old with { To = DueOn };
    }

    public bool IsOverdue(DateOnly today) => Status == DeadlineStatus.Open && today > DueOn;

    /// <summary>To the hour for rules in clock hours, else to the day.</summary>
    public bool IsOverdueAt(DateTime nowUtc) =>
        DueAt is { } hour
            ? Status == DeadlineStatus.Open && London.AsUtc(nowUtc) > hour
            : IsOverdue(London.DateOf(nowUtc));

    /// <summary>Calendar days to go; 0 on the due day, negative when it is past.</summary>
    public int DaysLeft(DateOnly today) => DueOn.DayNumber - today.DayNumber;

    private void Take(Due due, DeadlineLine line)
    {
        DueOn = due.On;
        DueAt = line.Counting == Counting.Hours ? due.At : null;
        CalendarVersion = due.Explanation.CalendarVersion;
        ExplanationText = due.Explanation.Text;
    }

    private Result Close(bool inTime, DateOnly on)
    {
        if (WhyNotOpen() is { Count: > 0 } refusals)
        {
            return Result.Refused(refusals);
        }
        (Status, ClosedOn) = (inTime ? DeadlineStatus.Met : DeadlineStatus.Missed, on);
        return Result.Done;
    }

    private List<Refusal> WhyNotOpen() =>
        Status == DeadlineStatus.Open
            ? []
            :
            [
                new Refusal(
                    $"This date is already {Status.ToString().ToLowerInvariant()}.",
                    RuleId
                ),
            ];
}
