using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>What somebody asks: which children, how often, and at which level.</summary>
public sealed record EstimateQuestion(IReadOnlyList<ChildWeek> Children, FeeLevel? Level);

/// <summary>
/// The answer: what is paid, and beside it what qualifying care relief would leave free of tax in the year of
/// <paramref name="Relief"/>. It is information and never advice.
/// </summary>
public sealed record Estimate(
    EstimateQuestion Question,
    WeeklySum Sum,
    CareReliefRates Relief,
    TaxYear Year,
    int WeeksUnder11,
    int WeeksFrom11,
    int WeeksInYear,
    Money Qualifying
)
{
    /// <summary>Whether nothing that is paid would be profit (M-TAX-05); everything paid counts (M-TAX-04).</summary>
    public bool IsCovered => Sum.Yearly <= Qualifying;

    public Money Above => Sum.Yearly - Qualifying;

    /// <summary>A whole tax year of such weeks: a household approved all year, children who stay all year.</summary>
    public static Estimate Of(EstimateQuestion question, RateCard card, DateOnly today)
    {
        var year = TaxYear.Of(today);
        var relief =
            CareRelief.For(year)
            ?? throw new InvalidOperationException($"No relief is known for {year}.");
        var weeks = CareRelief.Weeks(year);
        var younger = question.Children.Count(c => c.Age < 11) * weeks;
        var older = question.Children.Count(c => c.Age >= 11) * weeks;
        return new Estimate(
            question,
            WeeklySum.Reckon(card, question.Children, question.Level, year.Days),
            relief,
            year,
            younger,
            older,
            weeks,
            CareRelief.Qualifying(relief, relief.Year.Days, younger, older)
        );
    }
}
