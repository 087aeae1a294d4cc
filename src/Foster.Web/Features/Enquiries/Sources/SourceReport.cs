using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>Which touch counts.</summary>
public enum Touch
{
    First,
    Last,
}

/// <summary>The months in which people enquired, by their first days, and the touch that counts.</summary>
public sealed record SourceSpan(DateOnly From, DateOnly To, Touch Touch)
{
    public DateOnly Last => To.AddMonths(1).AddDays(-1);

    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = From; month <= To; month = month.AddMonths(1))
                yield return month;
        }
    }
}

/// <summary>The figures of one cohort, or of several together (M-HUB-08).</summary>
/// <param name="CostPence">Null where no cost is known.</param>
/// <param name="InTime">First contacts within the standard (M-HUB-06).</param>
/// <param name="Late">Those after it, and those that are overdue.</param>
/// <param name="MedianMinutes">Of work until the first contact; null where nobody was contacted yet.</param>
public sealed record SourceFigures(
    int Enquiries,
    int Visits,
    int Applications,
    int Approvals,
    long? CostPence,
    int InTime,
    int Late,
    int? MedianMinutes
)
{
    /// <summary>Whole percent, half away from zero; null where there is nothing to measure.</summary>
    public int? PercentInTime => Percent(InTime, InTime + Late);

    public bool IsNothing => Enquiries == 0 && CostPence is null;

    /// <summary>The cost of each, to the penny, half away from zero; null where no cost is known or there is none.</summary>
    public Money? Each(int count) =>
        CostPence is { } pence && count > 0 ? new Money(pence).Times(1, count) : null;

    public static int? Percent(int part, int whole) =>
        whole > 0 ? (200 * part + whole) / (2 * whole) : null;
}

/// <summary>A row of the report.</summary>
/// <param name="Month">Null for all months together.</param>
/// <param name="Source">Null for all sources together.</param>
public sealed record SourceRow(DateOnly? Month, EnquirySource? Source, SourceFigures Figures);

/// <summary>One campaign in the months of the report, by the touch that counts (M-HUB-09).</summary>
public sealed record CampaignRow(string Name, EnquirySource Source, SourceFigures Figures);

/// <param name="Cohorts">By month and source, without the empty ones.</param>
/// <param name="Lost">Those who did not go on, by month, source, reason and how far they had got.</param>
public sealed record SourceReport(
    IReadOnlyList<SourceRow> Months,
    IReadOnlyList<SourceRow> Sources,
    IReadOnlyList<SourceRow> Cohorts,
    SourceRow All,
    IReadOnlyList<CampaignRow> Campaigns,
    IReadOnlyList<LostCount> Lost
)
{
    /// <summary>Of the enquiries whose source is not known; the target is below 10 % (M-HUB-09).</summary>
    public int? PercentUnknown =>
        SourceFigures.Percent(
            Sources.Where(r => r.Source == EnquirySource.Unknown).Sum(r => r.Figures.Enquiries),
            All.Figures.Enquiries
        );
}
