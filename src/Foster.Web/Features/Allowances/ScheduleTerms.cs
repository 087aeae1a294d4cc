using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>What somebody wants to enter as a schedule. A band without an amount is missing in the dictionary.</summary>
public sealed record ScheduleTerms(
    string Name,
    DateOnly ValidFrom,
    Region Region,
    IReadOnlyDictionary<AgeBand, Money> Allowances,
    IReadOnlyList<FeeLevel> Levels
)
{
    public const int MostLevels = 6;
    public const int LongestName = 60;

    /// <summary>More than this a week is a slip of the hand.</summary>
    public static readonly Money Most = Money.Pounds(5_000);

    /// <summary>The name of the field with the amount of a band.</summary>
    public static string FieldOf(AgeBand band) => "allowance-" + band.Key();

    /// <summary>The name of the field with the fee of a level; levels count from 1.</summary>
    public static string FieldOf(int level) => $"level-{level}-fee";

    public static string NameFieldOf(int level) => $"level-{level}-name";

    /// <summary>Everything that is wrong with it, whatever will become of it.</summary>
    public IReadOnlyList<Refusal> Against(DateOnly today) =>
        [.. AgainstHead(today), .. AgainstAllowances(), .. AgainstLevels()];

    private IEnumerable<Refusal> AgainstHead(DateOnly today)
    {
        var name = Words.Tidy(Name, false);
        if (name.Length is 0 or > LongestName || !Words.IsStorable(name, false))
            yield return new($"Enter a name of up to {LongestName} characters", null, "name");
        if (ValidFrom < NationalMinimum.First || ValidFrom > today.AddYears(2))
            yield return new(
                "The first day must be from 6 April 2024, the first year whose national minimum is known here, to two years from now",
                "M-PAY-01",
                "from"
            );
    }

    private IEnumerable<Refusal> AgainstAllowances() =>
        from band in AgeBands.All
        let rate = Allowances.TryGetValue(band, out var given) ? given : Money.Zero
        where rate <= Money.Zero || rate > Most
        select new Refusal(
            $"Enter the weekly allowance for {band.Words()}, more than £0 and up to {Most}",
            "M-NMA-01",
            FieldOf(band)
        );

    private IEnumerable<Refusal> AgainstLevels()
    {
        if (Levels.Count > MostLevels)
            yield return new($"There may be up to {MostLevels} levels", null, FieldOf(1));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (level, number) in Levels.Take(MostLevels).Select((l, i) => (l, i + 1)))
        {
            var name = Words.Tidy(level.Name, false);
            if (name.Length is 0 or > LongestName || !Words.IsStorable(name, false))
                yield return new(
                    $"Enter a name of up to {LongestName} characters for level {number}",
                    null,
                    NameFieldOf(number)
                );
            else if (!seen.Add(name))
                yield return new(
                    $"There is a level called {name} already",
                    null,
                    NameFieldOf(number)
                );
            if (level.Fee < Money.Zero || level.Fee > Most)
                yield return new(
                    $"Enter the weekly fee of level {number}, from £0 to {Most}",
                    null,
                    FieldOf(number)
                );
        }
    }
}
