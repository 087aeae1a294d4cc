using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries;

/// <summary>How often somebody who is not ready is asked again; the number is its months (M-HUB-10).</summary>
public enum AskEvery
{
    ThreeMonths = 3,
    SixMonths = 6,
    TwelveMonths = 12,
}

/// <summary>When somebody is asked next, and when their silence ends it, each day with its reason.</summary>
/// <param name="Comes">False where it ends before that day comes.</param>
/// <param name="Every">Null where they are asked once.</param>
/// <param name="Until">When it ends by itself; null where it does not.</param>
/// <param name="HeardOn">The last sign of life; null where something else ends it.</param>
public sealed record AskPlan(
    DateOnly AskOn,
    bool Comes,
    AskEvery? Every,
    DateOnly? Until,
    DateOnly? HeardOn
)
{
    /// <summary>Why this day.</summary>
    public string? Rhythm => Every is { } every ? AskRhythm.Of(every) : null;

    /// <summary>When it ends, and why.</summary>
    public string? End =>
        (Until, HeardOn) switch
        {
            ({ } until, { } heard) =>
                $"Ends on {BritishDate.Long(until)}: {KeepWarm.SilenceMonths} months after we last heard from them, on {BritishDate.Long(heard)}",
            ({ } until, null) =>
                $"Until {BritishDate.Long(until)}: so long the enquiry can be reopened",
            _ => null,
        };
}

/// <summary>The days of a rhythm, and the rhythm in words.</summary>
public static class AskRhythm
{
    public static IReadOnlyList<Option<AskEvery>> Options { get; } =
    [.. Enum.GetValues<AskEvery>().Order().Select(e => new Option<AskEvery>(e, Upper(Of(e))))];

    /// <summary>As it stands in a sentence.</summary>
    public static string Of(AskEvery every) => $"every {(int)every} months";

    /// <summary>
    /// The first day of the rhythm after a day. It counts from the first day of all, so that the 31st is asked on the last
    /// of a shorter month and on the 31st again; days that nobody was there to ask are left out.
    /// </summary>
    public static DateOnly After(DateOnly first, AskEvery every, DateOnly day)
    {
        var on = first;
        for (var round = 1; on <= day; round++)
            on = first.AddMonths(round * (int)every);
        return on;
    }

    public static ChoiceField<AskEvery> Field(string label, Func<Form, bool>? onlyWhen = null) =>
        new("every", [.. Options])
        {
            Label = label,
            Called = "How often",
            MissingMessage = "Select how often",
            OnlyWhen = onlyWhen,
        };

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
