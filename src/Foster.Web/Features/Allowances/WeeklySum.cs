using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>A level of skill and what it pays a week for each child. Councils name their own.</summary>
public sealed record FeeLevel(string Name, Money Fee);

/// <summary>What is paid a week: by the child's age for the child, by the level for the carer.</summary>
public sealed record RateCard(
    IReadOnlyDictionary<AgeBand, Money> Allowances,
    IReadOnlyList<FeeLevel> Levels
);

/// <summary>A child as the sum sees it.</summary>
/// <param name="Age">Completed years, 0 to 17.</param>
/// <param name="Nights">Nights a week, 1 to 7.</param>
/// <param name="Extra">What is agreed for this child beside it, a week, such as a specialist uplift.</param>
public sealed record ChildWeek(int Age, int Nights = 7, Money Extra = default);

/// <summary>What money is for. Allowance and fee are always told apart.</summary>
public enum PayComponent
{
    Allowance,
    Fee,
    Extra,
}

/// <summary>One amount of a week, and why it is what it is.</summary>
public sealed record SumLine(int Child, PayComponent Component, Money Amount, string Why);

/// <summary>One component of a week and of a year, and why.</summary>
public sealed record SumTotal(PayComponent Component, Money Week, Money Year, string Why);

/// <summary>
/// What a household is paid for a week like this one, and for a year of such weeks. Pure: it knows neither a clock nor
/// a database, and the run of payments uses the same lines.
/// </summary>
public sealed record WeeklySum(IReadOnlyList<SumLine> Lines, IReadOnlyList<SumTotal> Totals)
{
    private const int Week = 7;

    public Money Allowance => Of(PayComponent.Allowance).Week;

    public Money Fee => Of(PayComponent.Fee).Week;

    /// <summary>Everything of one week.</summary>
    public Money Weekly => Totals.Select(t => t.Week).Sum();

    /// <summary>Everything of one year; lines may not add up to it to the penny, since totals are rounded once.</summary>
    public Money Yearly => Totals.Select(t => t.Year).Sum();

    public SumTotal Of(PayComponent component) => Totals.Single(t => t.Component == component);

    /// <param name="level">The carer's level; null where none is paid.</param>
    /// <param name="nightsInYear">365 or 366.</param>
    public static WeeklySum Reckon(
        RateCard card,
        IReadOnlyList<ChildWeek> children,
        FeeLevel? level,
        int nightsInYear
    )
    {
        var shares = children.SelectMany((c, i) => Shares(card, i + 1, c, level)).ToList();
        return new WeeklySum(
            [
                .. shares
                    .Where(s => s.Weekly != Money.Zero)
                    .Select(s => new SumLine(
                        s.Child,
                        s.Component,
                        Line(s.Weekly, s.Nights),
                        s.Why + Part(s.Nights)
                    )),
            ],
            [
                .. Enum.GetValues<PayComponent>()
                    .Select(c => Total(c, [.. shares.Where(s => s.Component == c)], nightsInYear)),
            ]
        );
    }

    /// <summary>A rate for some nights: a seventh is never rounded on its own, the line once (M-PAY-03, M-CALC-01).</summary>
    public static Money Line(Money weekly, int nights) => weekly.Times(nights, Week);

    /// <summary>A weekly sum over the nights of a year, rounded once for the total and not for each child (M-CALC-02).</summary>
    public static Money Year(Money weekly, int nightsInYear) => Line(weekly, nightsInYear);

    private static IEnumerable<Share> Shares(
        RateCard card,
        int number,
        ChildWeek child,
        FeeLevel? level
    )
    {
        var band =
            AgeBands.Of(child.Age)
            ?? throw new ArgumentException($"Nobody of {child.Age} is fostered.", nameof(child));
        var rate = card.Allowances[band];
        yield return new(
            number,
            PayComponent.Allowance,
            rate,
            child.Nights,
            $"Aged {child.Age}, so the rate for {band.Words()}: {rate} a week"
        );
        if (level is not null)
            yield return new(
                number,
                PayComponent.Fee,
                level.Fee,
                child.Nights,
                $"{level.Name}: {level.Fee} a week for each child"
            );
        yield return new(
            number,
            PayComponent.Extra,
            child.Extra,
            child.Nights,
            $"Agreed for this child: {child.Extra} a week"
        );
    }

    private static string Part(int nights) =>
        nights == Week ? "" : $", of which {nights} of 7 nights";

    private static SumTotal Total(
        PayComponent component,
        IReadOnlyList<Share> shares,
        int nightsInYear
    )
    {
        var sevenfold = shares.Select(s => s.Weekly * s.Nights).Sum();
        var week = shares.Select(s => Line(s.Weekly, s.Nights)).Sum();
        return new SumTotal(
            component,
            week,
            sevenfold.Times(nightsInYear, Week * Week),
            week == Money.Zero
                ? "None"
                : $"The week ÷ 7 × {nightsInYear} nights, rounded once at the end"
        );
    }

    private sealed record Share(
        int Child,
        PayComponent Component,
        Money Weekly,
        int Nights,
        string Why
    );
}
