using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The fields with which a table of the national minimum is entered, whether its amounts are typed or come in a file.</summary>
internal sealed class MinimumForm
{
    public static readonly TextField Publication = new("publication")
    {
        Label = "What is the publication called?",
        Called = "Name of the publication",
        Hint = "Such as “Fostering allowances 2026 to 2027, Department for Education”.",
        MissingMessage = "Enter the name of the publication",
        Max = MinimumTerms.LongestPublication,
    };

    public static readonly TextField Source = new("source")
    {
        Label = "Where can it be read?",
        Called = "Address of the publication",
        Hint =
            "The whole address of the page, beginning with https:// or http://. The second person opens it.",
        MissingMessage = "Enter the address where the publication can be read",
        Max = MinimumTerms.LongestSource,
        Spellcheck = false,
        InputMode = "url",
        Rule = (source, _) => MinimumTerms.AgainstAddress(source),
    };

    public static readonly TextField Note = new("note")
    {
        Label = "Note",
        Hint = "What the second person should know, such as the page of the document.",
        Optional = true,
        Rows = 2,
        Max = MinimumTerms.LongestNote,
    };

    public static readonly TextField Why = new("why")
    {
        Label = "Why does it stand in place of the table that is here?",
        Called = "Why it stands in place of the other table",
        Hint =
            "Only for a year that has a table already: say in at least 20 characters what is wrong with that one and how you know.",
        Optional = true,
        Rows = 3,
        Max = MinimumTerms.LongestNote,
    };

    /// <summary>One amount for each region and band of ages.</summary>
    public static readonly IReadOnlyList<(Region Region, AgeBand Band, MoneyField Field)> Amounts =
    [
        .. MinimumTerms.Places.Select(p =>
            (
                p.Region,
                p.Band,
                new MoneyField(MinimumTerms.FieldOf(p.Region, p.Band))
                {
                    Label = MinimumTerms.NameOf(p.Region, p.Band),
                    MissingMessage =
                        $"Enter the weekly amount for {MinimumTerms.NameOf(p.Region, p.Band)}",
                    Min = long.MinValue,
                    Max = long.MaxValue,
                    Rule = (pence, _) =>
                        MinimumTerms.AgainstAmount(new(pence)) is { } wrong
                            ? $"{MinimumTerms.NameOf(p.Region, p.Band)} {wrong}"
                            : null,
                }
            )
        ),
    ];

    public MinimumForm(DateOnly today) =>
        Year = new ChoiceField<int>(
            "year",
            [
                .. MinimumTerms
                    .YearsOn(today)
                    .Select(y => new Option<int>(
                        y.Start,
                        $"{y}, from {Foundation.Clock.BritishDate.Long(y.First)}"
                    )),
            ]
        )
        {
            Label = "Which year is it for?",
            Called = "Year",
            MissingMessage = "Select which year it is for",
            AsSelect = true,
        };

    /// <summary>Which years there are to choose from depends on the day.</summary>
    public ChoiceField<int> Year { get; }

    public MinimumTerms Read(Form form, IReadOnlyDictionary<(Region, AgeBand), Money> rates) =>
        new(
            new TaxYear(form.Must(Year)),
            rates,
            form.Must(Publication),
            form.Must(Source),
            form.Get(Note) ?? "",
            form.Get(Why) ?? ""
        );

    /// <summary>The amounts as they were typed into their fields.</summary>
    public static IReadOnlyDictionary<(Region, AgeBand), Money> Rates(Form form) =>
        Amounts.ToDictionary(a => (a.Region, a.Band), a => new Money(form.Must(a.Field)));

    /// <summary>The year whose table is missed first, or else the one that begins next.</summary>
    public static TaxYear Usual(MinimumTables tables, DateOnly today) =>
        tables.MissingOn(today) is [var missing, ..]
            ? missing
            : MinimumTerms.YearsOn(today).First();
}
