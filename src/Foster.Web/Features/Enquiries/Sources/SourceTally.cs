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

    /// <param name="source">Null of enquiries from before sources were kept.</param>
    public void Add(Figure figure, DateOnly month, EnquirySource? source, int count)
    {
        var counts = At(month, source).Counts;
        counts[figure] = counts.GetValueOrDefault(figure) + count;
    }

    public void Contact(DateOnly month, EnquirySource? source, int minutes) =>
        At(month, source).Minutes.Add(minutes);

    public void Cost(DateOnly month, EnquirySource source, long pence)
    {
        var cell = At(month, source);
        cell.CostPence = (cell.CostPence ?? 0) + pence;
    }

    public SourceReport Report(SourceSpan span) =>
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
            Row(null, null)
        );

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
