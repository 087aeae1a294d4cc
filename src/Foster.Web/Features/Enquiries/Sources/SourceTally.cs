namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>What is counted of a cohort.</summary>
public enum Figure
{
    Enquiries,
    Visits,
    Applications,
    Approvals,
    InTime,
    Late,
}

/// <summary>Adds up what the questions to the database answer, by month and source.</summary>
public sealed class SourceTally
{
    private readonly Dictionary<(DateOnly Month, EnquirySource Source), Cell> cells = [];
    private readonly Dictionary<Guid, Dictionary<Figure, int>> campaigns = [];

    /// <summary>Those of which something was counted.</summary>
    public IReadOnlyList<Guid> Campaigns => [.. campaigns.Keys];

    /// <param name="source">Null of enquiries from before sources were kept.</param>
    public void Add(Figure figure, DateOnly month, EnquirySource? source, int count)
    {
        var counts = At(month, source).Counts;
        counts[figure] = counts.GetValueOrDefault(figure) + count;
    }

    public void AddCampaign(Figure figure, Guid campaignId, int count)
    {
        if (!campaigns.TryGetValue(campaignId, out var counts))
            campaigns[campaignId] = counts = [];
        counts[figure] = counts.GetValueOrDefault(figure) + count;
    }

    public void Contact(DateOnly month, EnquirySource? source, int minutes) =>
        At(month, source).Minutes.Add(minutes);

    public void Cost(DateOnly month, EnquirySource source, long pence)
    {
        var cell = At(month, source);
        cell.CostPence = (cell.CostPence ?? 0) + pence;
    }

    public SourceReport Report(
        SourceSpan span,
        IReadOnlyList<Campaign> known,
        IReadOnlyList<LostCount> lost
    ) =>
        new(
            [.. span.Months.Select(m => Row(m, null))],
            [
                .. Enum.GetValues<EnquirySource>()
                    .Select(s => Row(null, s))
                    .Where(r => !r.Figures.IsNothing),
            ],
            [
                .. from month in span.Months
                from source in Enum.GetValues<EnquirySource>()
                let row = Row(month, source)
                where !row.Figures.IsNothing
                select row,
            ],
            Row(null, null),
            [.. known.Select(c => Of(c, span)).Where(r => !r.Figures.IsNothing)],
            lost
        );

    private CampaignRow Of(Campaign campaign, SourceSpan span)
    {
        var counts = campaigns.GetValueOrDefault(campaign.Id, []);
        var ran = campaign.StartsOn <= span.Last && campaign.EndsOn >= span.From;
        return new(
            campaign.Name,
            campaign.Source,
            new(
                counts.GetValueOrDefault(Figure.Enquiries),
                counts.GetValueOrDefault(Figure.Visits),
                counts.GetValueOrDefault(Figure.Applications),
                counts.GetValueOrDefault(Figure.Approvals),
                ran ? campaign.CostBetween(span.From, span.Last) : null,
                counts.GetValueOrDefault(Figure.InTime),
                counts.GetValueOrDefault(Figure.Late),
                null
            )
        );
    }

    private SourceRow Row(DateOnly? month, EnquirySource? source)
    {
        var of = cells
            .Where(c => month is null || c.Key.Month == month)
            .Where(c => source is null || c.Key.Source == source)
            .Select(c => c.Value)
            .ToList();
        int Sum(Figure figure) => of.Sum(c => c.Counts.GetValueOrDefault(figure));
        return new(
            month,
            source,
            new(
                Sum(Figure.Enquiries),
                Sum(Figure.Visits),
                Sum(Figure.Applications),
                Sum(Figure.Approvals),
                of.Exists(c => c.CostPence is not null) ? of.Sum(c => c.CostPence ?? 0) : null,
                Sum(Figure.InTime),
                Sum(Figure.Late),
                WorkingHours.Median([.. of.SelectMany(c => c.Minutes)])
            )
        );
    }

    private Cell At(DateOnly month, EnquirySource? source)
    {
        var key = (month, source ?? EnquirySource.Unknown);
        if (!cells.TryGetValue(key, out var cell))
            cells[key] = cell = new Cell();
        return cell;
    }

    private sealed class Cell
    {
        public Dictionary<Figure, int> Counts { get; } = [];
        public List<int> Minutes { get; } = [];
        public long? CostPence { get; set; }
    }
}
