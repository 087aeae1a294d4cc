namespace Foster.Web.Foundation.Clock;

/// <summary>One day on the way to a due date: counted with its number, or passed over and why.</summary>
public sealed record CountedDay(DateOnly On, int? Number, string? Skipped);

/// <summary>How a due date came about, step by step, so that anyone can count it again.</summary>
public sealed record Explanation
{
    public required string RuleId { get; init; }

    public required string LineKey { get; init; }

    /// <summary>What is due, in plain words.</summary>
    public required string Label { get; init; }

    public required string TriggerLabel { get; init; }

    public required DateOnly TriggerOn { get; init; }

    public required string CalendarVersion { get; init; }

    /// <summary>Day by day, where working days are counted; else empty.</summary>
    public required IReadOnlyList<CountedDay> Days { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What to look out for: a due day that is no working day, a calendar that ends too soon.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>All of it as text, a line for each step; stored with a deadline as it was made.</summary>
    public string Text =>
        string.Join(
            "\n",
            [
                $"{RuleId}: {Label}",
                .. Steps,
                $"Bank holidays: calendar {CalendarVersion}.",
                .. Warnings.Select(warning => "Note: " + warning),
            ]
        );
}
