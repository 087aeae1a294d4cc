using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>A reason with how many gave it at each step.</summary>
public sealed record LostLine(string Reason, IReadOnlyList<int> At, int All);

/// <summary>Why people did not go on, for the page and for the file.</summary>
public sealed class LostTable(IReadOnlyList<LostCount> counts)
{
    public const string Everybody = "Did not go on";

    /// <summary>Every reason in the order of the form, then those that nobody gave.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    [
        .. NurtureWords.LostReasons.Select(r => r.Label),
        "We declined",
        "Nobody asked, or they were not reached",
    ];

    public static IReadOnlyList<Option<LostAt>> Steps { get; } =
    [
        new(LostAt.BeforeContact, "Before we spoke"),
        new(LostAt.AfterContact, "After we spoke"),
        new(LostAt.AfterPack, "With the pack"),
        new(LostAt.AfterInterest, "After their interest"),
        new(LostAt.AfterVisit, "After the visit"),
    ];

    public string Columns =>
        "Reason|" + string.Join('|', Steps.Select(s => ">" + s.Label)) + "|>All";

    public IReadOnlyList<LostLine> Lines { get; } =
    [
        .. counts
            .GroupBy(Reason)
            .OrderBy(g => Reasons.ToList().IndexOf(g.Key))
            .Select(g => new LostLine(
                g.Key,
                [.. Steps.Select(s => g.Where(c => c.At == s.Value).Sum(c => c.Count))],
                g.Sum(c => c.Count)
            )),
    ];

    /// <summary>Each source with its reasons, the most frequent first.</summary>
    public IReadOnlyList<(EnquirySource Source, string Reason, int Count)> BySource { get; } =
    [
        .. counts
            .GroupBy(c => (c.Source, Reason: Reason(c)))
            .Select(g => (g.Key.Source, g.Key.Reason, Count: g.Sum(c => c.Count)))
            .OrderBy(r => r.Source)
            .ThenByDescending(r => r.Count)
            .ThenBy(r => r.Reason, StringComparer.Ordinal),
    ];

    /// <summary>All of a cohort who did not go on, and how many for each reason, as cells of the file.</summary>
    public static IEnumerable<object?> Cells(
        IReadOnlyList<LostCount> counts,
        DateOnly? month,
        EnquirySource? source
    )
    {
        var of = counts.Where(c => c.Month == month && c.Source == source).ToList();
        return
        [
            of.Sum(c => c.Count),
            .. Reasons.Select(r => (object?)of.Where(c => Reason(c) == r).Sum(c => c.Count)),
        ];
    }

    private static string Reason(LostCount count) =>
        count switch
        {
            { Reason: { } reason } => NurtureWords.Of(reason),
            { Declined: true } => Reasons[^2],
            _ => Reasons[^1],
        };
}
