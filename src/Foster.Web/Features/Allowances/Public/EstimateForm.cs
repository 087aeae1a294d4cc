using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances.Public;

/// <summary>
/// What the estimator asks. Everything stands in the address, so that an answer can be kept as a bookmark. Levels are
/// those of the chosen council; where it has published nothing, the region is asked instead.
/// </summary>
internal sealed class EstimateForm
{
    public const int MostChildren = 6;
    public const string CouncilName = "council";

    /// <summary>For which council the form was drawn that has been sent: what it asked beside the children was of that one.</summary>
    public const string DrawnFor = "for";
    private const string AgePart = "age-";
    private const string NightsPart = "nights-";

    private static readonly ChoiceField<Region> Region = new(
        "region",
        [.. Enum.GetValues<Region>().Select(r => new Option<Region>(r, r.Title()))]
    )
    {
        Label = "Where do you live?",
        MissingMessage = "Select where you live",
    };

    private static readonly IReadOnlyList<NumberField> Ages =
    [
        .. Enumerable
            .Range(1, MostChildren)
            .Select(n => new NumberField(AgePart + n)
            {
                Label = n == 1 ? "Age of the child" : $"Age of child {n}",
                Called = $"Age of child {n}",
                Optional = true,
                Width = "govuk-input--width-3",
                Rule = (age, _) =>
                    age > AgeBands.Oldest
                        ? $"Age of child {n} must be from 0 to {AgeBands.Oldest}. From 18 on other payments apply: ask the council about “staying put”"
                        : null,
            }),
    ];

    private static readonly IReadOnlyList<NumberField> Nights =
    [
        .. Enumerable
            .Range(1, MostChildren)
            .Select(n => new NumberField(NightsPart + n)
            {
                Label = "Nights a week",
                Called = $"Nights a week of child {n}",
                Optional = true,
                Min = int.MinValue,
                Width = "govuk-input--width-2",
                Rule = (nights, _) =>
                    nights is < 1 or > 7 ? $"Nights a week of child {n} must be from 1 to 7" : null,
            }),
    ];

    private readonly ChoiceField<int>? level;
    private readonly PublishedRates? rates;

    public EstimateForm(PublishedRates? rates)
    {
        this.rates = rates;
        if (rates is { Card.Levels.Count: > 0 })
            level = new ChoiceField<int>(
                "level",
                [
                    .. rates.Card.Levels.Select(
                        (l, i) => new Option<int>(i + 1, l.Name, $"{l.Fee} a week for each child")
                    ),
                ]
            )
            {
                Label = "Which skill level would you have?",
                MissingMessage = "Select a skill level",
                Hint = "New carers often begin at the first one. The council decides.",
            };
        Form = new Form([
            .. rates is null ? new Field[] { Region } : [],
            .. Ages.Zip(Nights).SelectMany(p => new Field[] { p.First, p.Second }),
            .. level is null ? Array.Empty<Field>() : [level],
        ])
        {
            Narrows = true,
        };
    }

    /// <summary>The councils to choose from.</summary>
    public static ChoiceField<string> CouncilOf(IReadOnlyList<Council> councils) =>
        new(CouncilName, [.. councils.Select(c => new Option<string>(CodeOf(c), c.Name))])
        {
            Label = "Which council would you foster for?",
            MissingMessage = "Select a council",
            AsSelect = true,
            Optional = true,
        };

    public static string CodeOf(Council council) => council.Code.ToLowerInvariant();

    public Form Form { get; }

    /// <summary>What is drawn before the children, and behind them.</summary>
    public Field? Before => rates is null ? Region : null;

    public Field? Behind => level;

    public static (Field Age, Field Nights) Child(int index) => (Ages[index], Nights[index]);

    /// <summary>Whether more children than are shown at once were named.</summary>
    public bool Beyond(int shown) =>
        Enumerable
            .Range(shown, MostChildren - shown)
            .Any(i => Form.Answers[Ages[i].Name].Length + Form.Answers[Nights[i].Name].Length > 0);

    public Region RegionAsked =>
        (rates is null ? Form.Get(Region, null) : null) ?? Allowances.Region.RestOfEngland;

    /// <summary>Empty at the first look: every child stays all week, and most councils lie outside London.</summary>
    public void Begin()
    {
        foreach (var nights in Nights.Take(1))
            Form.Suggest(nights, 7);
        if (rates is null)
            Form.Suggest(Region, Allowances.Region.RestOfEngland);
        if (level is not null)
            Form.Suggest(level, 1);
    }

    /// <summary>Whether another council was chosen in the form than the one for which it was drawn.</summary>
    public static bool IsAnew(IQueryCollection query, Council? chosen) =>
        query.ContainsKey(DrawnFor)
        && query[DrawnFor].FirstOrDefault() != (chosen is null ? "" : CodeOf(chosen));

    /// <summary>Whether an age was typed.</summary>
    public static bool HasAge(IQueryCollection query) =>
        query.Any(q =>
            q.Key.StartsWith(AgePart, StringComparison.Ordinal) && q.Value.Any(v => v is not "")
        );

    /// <summary>What stands in the address; null where there is something wrong with it.</summary>
    /// <param name="anew">The level and the region were not asked yet for this council: the usual ones hold.</param>
    public EstimateQuestion? Ask(IQueryCollection query, DateOnly today, bool anew = false)
    {
        var given = query.ToDictionary(q => q.Key, q => q.Value);
        if (anew && level is not null)
            given[level.Name] = "1";
        if (anew)
            given.TryAdd(Region.Name, nameof(Allowances.Region.RestOfEngland));
        Form.Read(new FormCollection(given), today);
        for (var i = 0; i < MostChildren; i++)
            if (
                Form.Get(Ages[i], null) is null
                && Form.Answers[Nights[i].Name].Length > 0
                && (i > 0 || Form.Answers[Ages[0].Name].Length > 0)
                && !Form.ErrorsOf(Ages[i]).Any()
            )
                Form.AddError(Ages[i], $"Enter the age of child {i + 1}");
        if (TooMany(query))
            Form.AddError(
                Ages[^1],
                $"You can ask for up to {MostChildren} children at once. Hardly any home is approved for more than 3"
            );
        else if (Form.Ok && Ages.All(a => Form.Get(a, null) is null))
            Form.AddError(Ages[0], "Enter the age of at least one child");
        if (!Form.Ok)
            return null;
        return new EstimateQuestion(
            [
                .. Ages.Zip(Nights)
                    .Where(p => Form.Get(p.First, null) is not null)
                    .Select(p => new ChildWeek(Form.Must(p.First), Form.Get(p.Second, null) ?? 7)),
            ],
            level is null ? null : rates!.Card.Levels[Form.Must(level) - 1]
        );
    }

    /// <summary>Whether the address asks anything beyond which council it is.</summary>
    public static bool IsAsked(IQueryCollection query) =>
        query.Keys.Any(k => k != CouncilName && (IsChild(k) || k is "level" or "region"));

    private static bool TooMany(IQueryCollection query) =>
        query.Any(q =>
            IsChild(q.Key)
            && (
                q.Value.Count > 1
                || !int.TryParse(
                    q.Key.AsSpan(q.Key.IndexOf('-', StringComparison.Ordinal) + 1),
                    out var number
                )
                || number is < 1 or > MostChildren
            )
        );

    private static bool IsChild(string key) =>
        key.StartsWith(AgePart, StringComparison.Ordinal)
        || key.StartsWith(NightsPart, StringComparison.Ordinal);
}
