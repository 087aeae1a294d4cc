using System.Globalization;
using System.Text.RegularExpressions;

namespace Foster.Web.Foundation.Rules;

/// <summary>An amount in whole pence. Never a fraction, never a float.</summary>
public readonly partial record struct Money(long Pence) : IComparable<Money>
{
    public static Money Zero => default;

    public static Money Pounds(long pounds, int pence = 0) => new(checked(pounds * 100 + pence));

    /// <summary>From a column that holds pounds. Refuses a fraction of a penny.</summary>
    public static Money FromPounds(decimal pounds) =>
        pounds * 100 is var pence && pence == decimal.Truncate(pence)
            ? new Money((long)pence)
            : throw new ArgumentException("An amount has whole pence.", nameof(pounds));

    /// <summary>Reads "£1,234.50", "1234.5", "-12".</summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = Zero;
        var match = Written().Match((text ?? "").Trim().Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success)
        {
            return false;
        }
        var pounds = match.Groups["pounds"].Value.Replace(",", "", StringComparison.Ordinal);
        var pence = match.Groups["pence"].Value.PadRight(2, '0');
        if (!long.TryParse(pounds + pence, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }
        money = new Money(match.Groups["minus"].Success ? -amount : amount);
        return true;
    }

    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));

    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    public static Money operator -(Money a) => new(checked(-a.Pence));

    public static Money operator *(Money a, long times) => new(checked(a.Pence * times));

    public static bool operator <(Money a, Money b) => a.Pence < b.Pence;

    public static bool operator >(Money a, Money b) => a.Pence > b.Pence;

    public static bool operator <=(Money a, Money b) => a.Pence <= b.Pence;

    public static bool operator >=(Money a, Money b) => a.Pence >= b.Pence;

    /// <summary>This amount × numerator ÷ denominator, rounded once, half away from zero.</summary>
    public Money Times(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var product = (Int128)Pence * numerator;
        var half = product < 0 ? -(denominator / 2) : denominator / 2;
        // An odd denominator has no exact half, so whole-number halving loses nothing.
        return new Money(checked((long)((product + half) / denominator)));
    }

    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>"£1,234.50", "-£0.05".</summary>
    public override string ToString()
    {
        var pence = Int128.Abs(Pence);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(Pence < 0 ? "-" : "")}£{pence / 100:N0}.{pence % 100:00}"
        );
    }

    [GeneratedRegex(
        @"^(?<minus>-)?£?(?<pounds>[0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.(?<pence>[0-9]{1,2}))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Written();
}

public static class MoneySum
{
    public static Money Sum(this IEnumerable<Money> amounts) =>
        amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
