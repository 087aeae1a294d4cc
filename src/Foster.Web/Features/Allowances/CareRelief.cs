using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>What qualifying care relief lets a household receive without tax in one year (M-TAX-01).</summary>
/// <param name="Fixed">For the household and the whole year.</param>
/// <param name="Under11">For each week of a child of 10 or younger.</param>
/// <param name="From11">For each week of a child of 11 or older.</param>
public sealed record CareReliefRates(
    TaxYear Year,
    Money Fixed,
    Money Under11,
    Money From11,
    string Source
);

/// <summary>
/// Qualifying care relief: information and never advice. Rates are data, since the published ones do not follow from a
/// percentage (M-TAX-07).
/// </summary>
public static class CareRelief
{
    private const string Manual = "HMRC, Business Income Manual BIM52765";

    public static IReadOnlyList<CareReliefRates> Tables { get; } =
    [
        Table(2022, 10_000, 200, 250, Manual),
        Table(2023, 18_140, 375, 450, Manual),
        Table(2024, 19_360, 405, 485, Manual),
        Table(2025, 19_690, 415, 495, "Fostering News, guide to qualifying care relief 2025/26"),
        Table(
            2026,
            20_440,
            435,
            515,
            "Two published notes of 2026 that quote Statutory Instrument 2026/39"
        ),
    ];

    /// <summary>The rates of a year, or the latest before it; null before the first.</summary>
    public static CareReliefRates? For(TaxYear year) =>
        Tables.Where(t => t.Year.Start <= year.Start).MaxBy(t => t.Year.Start);

    /// <summary>The household's share for the days of approval, and the weeks of the children.</summary>
    public static Money Qualifying(
        CareReliefRates rates,
        int daysApproved,
        int weeksUnder11,
        int weeksFrom11
    ) =>
        rates.Fixed.Times(daysApproved, rates.Year.Days)
        + rates.Under11 * weeksUnder11
        + rates.From11 * weeksFrom11;

    /// <summary>Weeks begin on Monday, and a part of one counts as a whole one (M-TAX-02).</summary>
    public static int Weeks(DateOnly first, DateOnly last) =>
        (MondayOf(last).DayNumber - MondayOf(first).DayNumber) / 7 + 1;

    /// <summary>
    /// The weeks of a whole year; the one in which it ends belongs to it. Indicative only: an advice line counts one more
    /// for 2023-24 (M-TAX-03).
    /// </summary>
    public static int Weeks(TaxYear year) =>
        Weeks(MondayOf(year.First.AddDays(-1)).AddDays(7), year.Last);

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static CareReliefRates Table(
        int year,
        int whole,
        int under11,
        int from11,
        string source
    ) =>
        new(
            new TaxYear(year),
            Money.Pounds(whole),
            Money.Pounds(under11),
            Money.Pounds(from11),
            source
        );
}
