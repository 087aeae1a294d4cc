namespace Foster.Web.Features.Allowances;

/// <summary>
/// The tables that count for a council: those that are shipped, and those of its own that a second person has confirmed,
/// which stand beside them or in their place. Pure: whoever measures something by the minimum asks here.
/// </summary>
public sealed class MinimumTables
{
    public MinimumTables(IReadOnlyList<MinimumTable> confirmed) =>
        All = [
            .. confirmed,
            .. NationalMinimum.Tables.Where(s => !confirmed.Any(c => c.Year == s.Year)),
        ];

    public IReadOnlyList<MinimumTable> All { get; }

    /// <summary>The table of a year, or the latest one before it; null before the first.</summary>
    public MinimumTable? For(TaxYear year, Region region) =>
        All.Where(t => t.Region == region && t.Year.Start <= year.Start).MaxBy(t => t.Year.Start);

    /// <summary>The table of this very year; null where it is missing. All regions of a year come together.</summary>
    public MinimumTable? Of(TaxYear year, Region region = Region.RestOfEngland) =>
        All.FirstOrDefault(t => t.Year == year && t.Region == region);

    /// <summary>
    /// The years whose table is missing now: that of today, and from 1 March on that which begins on 6 April (M-NMA-04).
    /// </summary>
    public IReadOnlyList<TaxYear> MissingOn(DateOnly today)
    {
        var now = TaxYear.Of(today);
        var next = new TaxYear(now.Start + 1);
        return [.. new[] { now, next }.Where(y => today >= MissedFrom(y) && Of(y) is null)];
    }

    /// <summary>The day from which a table that is not there is missed.</summary>
    public static DateOnly MissedFrom(TaxYear year) => new(year.Start, 3, 1);
}
