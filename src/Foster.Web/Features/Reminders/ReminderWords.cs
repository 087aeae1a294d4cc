using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Reminders;

/// <summary>What people read about reminders.</summary>
public static class ReminderWords
{
    /// <summary>Stands in the ledger for applicants and carers.</summary>
    public const string Household = "Household";

    /// <summary>Between several that are missing in one step.</summary>
    public const string Several = ",";

    /// <summary>A role or duty of the ledger as people name it.</summary>
    public static string As(string key) =>
        key.Contains(Several, StringComparison.Ordinal)
            ? string.Join(" and ", key.Split(Several).Select(As))
        : key == Household ? "The applicants or carers"
        : Enum.TryParse<Role>(key, out var role) ? role.Title()
        : key.Length == 0 ? "Whoever has the work"
        : Spaced(key);

    public static string Of(Recipient to) => to.Household ? As(Household) : As(to.Key);

    /// <summary>"2 working days before", "on the day, 5pm", "4 months after the start".</summary>
    public static string When(ReminderStep step)
    {
        var distance = $"{step.Offset} {Unit(step)}";
        var when = (step.From, step.Offset) switch
        {
            (StepFrom.Due, 0) => "on the day it is due",
            (StepFrom.Due, _) => $"{distance} after it was due",
            (StepFrom.Ahead, _) => $"{distance} before it is due",
            _ => $"{distance} after the clock starts",
        };
        if (step.Of is { } line)
            when += $" ({Words.LowerFirst(line.Label)})";
        return step.At is { } at ? $"{when}, at {BritishTime.Of(at)}" : when;
    }

    /// <summary>Where whoever is told can do it.</summary>
    public static string Path(string key, Guid caseId, bool isCarer) =>
        key switch
        {
            Household => isCarer ? "/carer" : "/apply",
            nameof(Role.DecisionMaker) => "/decisions",
            nameof(Role.PanelChair) => "/panel",
            _ => CaseLinks.Case(caseId),
        };

    private static string Unit(ReminderStep step) =>
        (
            step.Pace switch
            {
                StepPace.WorkingDays => "working day",
                StepPace.Weeks => "week",
                StepPace.Months => "month",
                _ => "day",
            }
        ) + (step.Offset == 1 ? "" : "s");

    private static string Spaced(string key) =>
        string.Concat(
            key.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")
        );
}
