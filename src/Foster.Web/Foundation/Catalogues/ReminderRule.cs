using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>The rows of the reminder table (§9) that a feature brings.</summary>
public interface IReminders
{
    IEnumerable<ReminderRule> Rules { get; }
}

/// <summary>One row of the reminder table: which clocks it watches, whom it tells and when.</summary>
/// <param name="Id">Its ID in the table, such as REM-05.</param>
/// <param name="About">What is due, in words that say nothing of anybody: they stand in e-mails.</param>
/// <param name="Lines">The clocks. What is due ends when the clock does.</param>
public sealed record ReminderRule(string Id, string About, params DeadlineLine[] Lines)
{
    /// <summary>In the order in which they come; their keys are unique in the rule.</summary>
    public required IReadOnlyList<ReminderStep> Steps { get; init; }

    /// <summary>Nobody can do without it: the date is set by law or by a national standard.</summary>
    public bool IsStatutory =>
        Lines.Any(l => l.Force is RuleForce.Act or RuleForce.Reg or RuleForce.Sg or RuleForce.Nms);

    /// <summary>What is wrong with it; empty when it can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (Lines.Length == 0)
            yield return $"{Id} watches no clock.";
        if (Steps.Count == 0)
            yield return $"{Id} has no step.";
        foreach (var twice in Steps.GroupBy(s => s.Key).Where(g => g.Count() > 1))
            yield return $"{Id} has two steps {twice.Key}.";
        foreach (var step in Steps)
        {
            if (step.To.Count == 0)
                yield return $"{Id}, {step.Key}: nobody is told.";
            if (Lines.Any(l => l.IsUnannounced) && step.To.Any(t => t.Household))
                yield return $"{Id}, {step.Key}: the household is never told of it.";
            if (step.Offset < 0)
                yield return $"{Id}, {step.Key}: a distance is not negative.";
            if (step is { From: StepFrom.Ahead, Offset: 0 })
                yield return $"{Id}, {step.Key}: say that it is on the day.";
            if (step.From == StepFrom.Ahead && step.Escalates)
                yield return $"{Id}, {step.Key}: nothing is taken further before it is due.";
        }
    }
}

/// <summary>From where a step is counted.</summary>
public enum StepFrom
{
    /// <summary>Before the due date.</summary>
    Ahead,

    /// <summary>On the due date or after it.</summary>
    Due,

    /// <summary>After what started the clock.</summary>
    Start,
}

/// <summary>In what a step is counted.</summary>
public enum StepPace
{
    WorkingDays,
    Days,
    Weeks,
    Months,
}

/// <summary>One time at which a rule tells people.</summary>
public sealed record ReminderStep
{
    private ReminderStep(StepFrom from, int offset, StepPace pace, IReadOnlyList<Recipient> to) =>
        (From, Offset, Pace, To) = (from, offset, pace, to);

    public StepFrom From { get; }
    public int Offset { get; }
    public StepPace Pace { get; }
    public IReadOnlyList<Recipient> To { get; }

    /// <summary>The hour in London where the rule names one; else it comes with the morning's run.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The one clock of the rule to which it belongs; null for all of them.</summary>
    public DeadlineLine? Of { get; init; }

    /// <summary>It goes beyond those whose work it is, since they have not done it.</summary>
    public bool Escalates { get; init; }

    /// <summary>Stable, such as -2wd, due, +3wd, day5wd: it stands in the ledger.</summary>
    public string Key =>
        (From, Offset) switch
        {
            (StepFrom.Due, 0) => "due",
            (StepFrom.Due, _) => $"+{Offset}{Unit}",
            (StepFrom.Ahead, _) => $"-{Offset}{Unit}",
            _ => $"day{Offset}{Unit}",
        } + (Of is null ? "" : $" {Of.Key}");

    private string Unit =>
        Pace switch
        {
            StepPace.WorkingDays => "wd",
            StepPace.Days => "d",
            StepPace.Weeks => "w",
            _ => "m",
        };

    public static ReminderStep Ahead(int offset, StepPace pace, params Recipient[] to) =>
        new(StepFrom.Ahead, offset, pace, to);

    public static ReminderStep OnTheDay(params Recipient[] to) =>
        new(StepFrom.Due, 0, StepPace.Days, to);

    public static ReminderStep After(int offset, StepPace pace, params Recipient[] to) =>
        new(StepFrom.Due, offset, pace, to);

    public static ReminderStep Into(int offset, StepPace pace, params Recipient[] to) =>
        new(StepFrom.Start, offset, pace, to);

    /// <summary>The day of this step for a clock.</summary>
    public DateOnly On(DateOnly start, DateOnly due, WorkingCalendar calendar) =>
        From == StepFrom.Start ? Later(start, calendar)
        : From == StepFrom.Due ? Later(due, calendar)
        : Pace switch
        {
            StepPace.WorkingDays => calendar.Before(due, Offset),
            StepPace.Months => due.AddMonths(-Offset),
            StepPace.Weeks => due.AddDays(-7 * Offset),
            _ => due.AddDays(-Offset),
        };

    private DateOnly Later(DateOnly day, WorkingCalendar calendar) =>
        Pace switch
        {
            StepPace.WorkingDays => calendar.After(day, Offset),
            StepPace.Months => day.AddMonths(Offset),
            StepPace.Weeks => day.AddDays(7 * Offset),
            _ => day.AddDays(Offset),
        };

    /// <summary>The days on which a clock must start (or be due) for this step to fall into a span of days.</summary>
    public IReadOnlyList<DateOnly> Counted(DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        // Further than any bank holidays can stretch it.
        var reach = Pace switch
        {
            StepPace.WorkingDays => Offset * 2 + 14,
            StepPace.Months => Offset * 31 + 3,
            StepPace.Weeks => Offset * 7,
            _ => Offset,
        };
        var days = new List<DateOnly>();
        for (var day = from.AddDays(-reach); day <= to.AddDays(reach); day = day.AddDays(1))
            if (On(day, day, calendar) is var on && on >= from && on <= to)
                days.Add(day);
        return days;
    }
}

/// <summary>Who is told by a step.</summary>
/// <param name="Duty">The holders of a duty of the council.</param>
/// <param name="Role">Whoever has the case in this role; the whole team where nobody is named.</param>
/// <param name="Household">The applicants or carers themselves.</param>
public sealed record Recipient(Capability? Duty = null, Role? Role = null, bool Household = false)
{
    /// <summary>Whoever the clock belongs to at the time.</summary>
    public static readonly Recipient Owner = new();

    public static readonly Recipient Applicants = new(Household: true);
    public static readonly Recipient Carers = Applicants;
    public static readonly Recipient Recruitment = new(Role: Actors.Role.RecruitmentOfficer);
    public static readonly Recipient Assessor = new(Role: Actors.Role.Assessor);
    public static readonly Recipient Supervisor = new(Role: Actors.Role.SupervisingSocialWorker);
    public static readonly Recipient Manager = new(Role: Actors.Role.TeamManager);
    public static readonly Recipient PanelAdviser = new(Role: Actors.Role.PanelAdviser);
    public static readonly Recipient PanelChair = new(Role: Actors.Role.PanelChair);
    public static readonly Recipient DecisionMaker = new(Role: Actors.Role.DecisionMaker);
    public static readonly Recipient ServiceManager = new(Capability.ServiceManager);
    public static readonly Recipient HeadOfService = new(Capability.HeadOfService);
    public static readonly Recipient RecordsOfficer = new(Capability.RecordsOfficer);

    /// <summary>The name of the role or duty; empty for whoever has the work, and for the household.</summary>
    public string Key => Role?.ToString() ?? Duty?.ToString() ?? "";
}

/// <summary>The usual ladder, for rules that name its rungs (§9).</summary>
public static class Ladder
{
    /// <summary>E2: the team manager on the due date.</summary>
    public static ReminderStep E2 { get; } =
        ReminderStep.OnTheDay(Recipient.Manager) with
        {
            Escalates = true,
        };

    /// <summary>E3: team manager and service manager 3 working days after it.</summary>
    public static ReminderStep E3 { get; } =
        ReminderStep.After(
            3,
            StepPace.WorkingDays,
            Recipient.Manager,
            Recipient.ServiceManager
        ) with
        {
            Escalates = true,
        };

    /// <summary>E4: head of service and decision maker 10 working days after it.</summary>
    public static ReminderStep E4 { get; } =
        ReminderStep.After(
            10,
            StepPace.WorkingDays,
            Recipient.HeadOfService,
            Recipient.DecisionMaker
        ) with
        {
            Escalates = true,
        };
}
