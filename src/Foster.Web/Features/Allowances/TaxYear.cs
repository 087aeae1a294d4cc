namespace Foster.Web.Features.Allowances;

/// <summary>6 April to 5 April: the year of the national minimum (M-NMA-02) and of income tax.</summary>
public readonly record struct TaxYear(int Start)
{
    public DateOnly First => new(Start, 4, 6);

    public DateOnly Last => new(Start + 1, 4, 5);

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public static TaxYear Of(DateOnly day) =>
        new(day >= new DateOnly(day.Year, 4, 6) ? day.Year : day.Year - 1);

    /// <summary>
    /// The year whose minimum a schedule from this day has to meet. Councils begin on 1 April or on the first Monday of
    /// April, which may be days before the year itself.
    /// </summary>
    public static TaxYear OfSchedule(DateOnly validFrom) => Of(validFrom.AddDays(5));

    /// <summary>"2025-26".</summary>
    public override string ToString() => $"{Start}-{(Start + 1) % 100:00}";
}
