using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>What somebody wants to enter as the national minimum of a year. An amount that was not given is missing in the dictionary.</summary>
/// <param name="Why">Why it is to stand in place of the table that the year has; empty where it has none.</param>
public sealed record MinimumTerms(
    TaxYear Year,
    IReadOnlyDictionary<(Region Region, AgeBand Band), Money> Rates,
    string Publication,
    string Source,
    string Note,
    string Why
)
{
    public const int LongestPublication = 150;
    public const int LongestSource = 500;
    public const int LongestNote = 1_000;

    /// <summary>More than this a week is a slip of the hand.</summary>
    public static readonly Money Most = Money.Pounds(1_000);

    /// <summary>Every amount of a table: three regions, five bands (M-NMA-01).</summary>
    public static IReadOnlyList<(Region Region, AgeBand Band)> Places { get; } =
    [.. Regions.All.SelectMany(r => AgeBands.All.Select(b => (r, b)))];

    /// <summary>The name of the field with one amount.</summary>
    public static string FieldOf(Region region, AgeBand band) => $"{region.Key()}-{band.Key()}";

    /// <summary>"London, 0 to 2".</summary>
    public static string NameOf(Region region, AgeBand band) => $"{region.Title()}, {band.Words()}";

    /// <summary>The years that can be entered, the latest first: the next one is published before it begins.</summary>
    public static IEnumerable<TaxYear> YearsOn(DateOnly today)
    {
        var (first, last) = (NationalMinimum.First.Year, TaxYear.Of(today).Start + 1);
        return Enumerable.Range(first, last - first + 1).Reverse().Select(y => new TaxYear(y));
    }

    /// <summary>Everything that is wrong with it, given the tables that count now.</summary>
    public IReadOnlyList<Refusal> Against(DateOnly today, MinimumTables tables) =>
        [
            .. AgainstYear(today),
            .. AgainstRates(),
            .. AgainstText("publication", Publication, LongestPublication),
            .. AgainstSource(),
            .. Note.Length > 0 ? AgainstText("note", Note, LongestNote, true) : [],
            .. AgainstWhy(tables),
        ];

    /// <summary>What is wrong with one amount; null where it is fine.</summary>
    public static string? AgainstAmount(Money rate) =>
        rate <= Money.Zero || rate > Most ? $"must be more than £0 and up to {Pounds(Most)}"
        : rate.Pence % 100 != 0 ? "must be whole pounds, as the government publishes it"
        : null;

    /// <summary>"£194": the government publishes whole pounds.</summary>
    public static string Pounds(Money amount) =>
        amount.ToString().Replace(".00", "", StringComparison.Ordinal);

    /// <summary>What is wrong with the address of the source; null where it can be opened in a browser.</summary>
    public static string? AgainstAddress(string source) =>
        source.Length <= LongestSource
        && Words.IsStorable(source, false)
        && !source.Any(char.IsWhiteSpace)
        && Uri.TryCreate(source, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
        && address.Host.Contains('.', StringComparison.Ordinal)
            ? null
            : $"Enter the whole address, beginning with https:// or http://, in up to {LongestSource} characters";

    private IEnumerable<Refusal> AgainstYear(DateOnly today)
    {
        if (!YearsOn(today).Contains(Year))
            yield return new(
                $"The year must be from {YearsOn(today).Last()} to {YearsOn(today).First()}",
                "M-NMA-02",
                "year"
            );
    }

    private IEnumerable<Refusal> AgainstRates() =>
        from place in Places
        let given = Rates.TryGetValue(place, out var rate) ? rate : (Money?)null
        let wrong = given is { } amount ? AgainstAmount(amount) : "is missing"
        where wrong is not null
        select new Refusal(
            $"{NameOf(place.Region, place.Band)} {wrong}",
            "M-NMA-01",
            FieldOf(place.Region, place.Band)
        );

    private IEnumerable<Refusal> AgainstSource()
    {
        if (AgainstAddress(Words.Tidy(Source, false)) is { } wrong)
            yield return new(wrong, "M-NMA-04", "source");
    }

    private IEnumerable<Refusal> AgainstWhy(MinimumTables tables)
    {
        var why = Words.Tidy(Why, true);
        if (tables.Of(Year) is null)
            return why.Length == 0
                ? []
                :
                [
                    new Refusal(
                        $"There is no table of {Year} yet. Leave this empty, or choose the year whose table is wrong",
                        null,
                        "why"
                    ),
                ];
        var against = ReasonRule.Against(
            why,
            "why",
            $"why this stands in place of the table of {Year} that is here already"
        );
        return against.Count > 0 ? against : AgainstText("why", Why, LongestNote, true);
    }

    private static IEnumerable<Refusal> AgainstText(
        string field,
        string text,
        int longest,
        bool lines = false
    )
    {
        var tidy = Words.Tidy(text, lines);
        if (tidy.Length == 0 || tidy.Length > longest || !Words.IsStorable(tidy, lines))
            yield return new($"Write from 1 to {longest:N0} characters", null, field);
    }
}
