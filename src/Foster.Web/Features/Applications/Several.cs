using System.Globalization;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications;

/// <summary>The questions of a section that are asked again for each animal, partner or child.</summary>
public sealed class Several
{
    private readonly Func<Form, bool> any;

    /// <param name="thing">What one of them is called, such as animal.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="any">Whether there are any, by the other answers.</param>
    /// <param name="of">The questions about one of them.</param>
    public Several(
        string thing,
        int max,
        Func<Form, bool> any,
        Func<Numbered, IReadOnlyList<Field>> of
    )
    {
        this.any = any;
        var slug = thing.Replace(' ', '-');
        Repeat = new JourneyRepeat(
            slug + "-count",
            thing,
            max,
            (repeat, number) =>
                of(
                    new Numbered(
                        $"{slug}-{number.ToString(CultureInfo.InvariantCulture)}",
                        $"{thing} {number.ToString(CultureInfo.InvariantCulture)}",
                        form => any(form) && repeat.CountOf(form) >= number
                    )
                )
        );
    }

    public JourneyRepeat Repeat { get; }

    /// <summary>How many are asked for; none where there are none.</summary>
    public int CountOf(Form form) => any(form) ? Repeat.CountOf(form) : 0;

    /// <summary>What is answered about each, by the part of the name.</summary>
    public IEnumerable<(int Number, IReadOnlyList<Field> Fields)> In(Form form) =>
        from number in Enumerable.Range(1, CountOf(form))
        select (number, Repeat.Of(number));
}

/// <summary>One of several: how its fields are named, and when they are asked.</summary>
/// <param name="Slug">In the names of its fields, such as animal-2.</param>
/// <param name="Called">In messages, such as animal 2.</param>
public sealed record Numbered(string Slug, string Called, Func<Form, bool> Asked)
{
    public string Name(string part) => $"{Slug}-{part}";
}
