using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The fields with which a schedule is entered, whether its amounts are typed or come in a file.</summary>
internal static class ScheduleForm
{
    public static readonly TextField Name = new("name")
    {
        Label = "Name of the schedule",
        Hint = "Such as “Payments 2026-27”.",
        MissingMessage = "Enter a name for the schedule",
        Max = ScheduleTerms.LongestName,
        Width = "govuk-input--width-20",
    };

    public static readonly DateField From = new("from")
    {
        Label = "From which day is it valid?",
        Called = "First day",
        Hint = "Many councils begin on 1 April or on the first Monday of April.",
        MissingMessage = "Enter the day from which it is valid",
    };

    public static readonly ChoiceField<Region> Where = new(
        "region",
        [.. Enum.GetValues<Region>().Select(r => new Option<Region>(r, r.Title()))]
    )
    {
        Label = "Which national minimum applies?",
        MissingMessage = "Select which national minimum applies",
    };

    /// <summary>One amount for each band of ages.</summary>
    public static readonly IReadOnlyList<MoneyField> Allowances =
    [
        .. AgeBands.All.Select(b => new MoneyField(ScheduleTerms.FieldOf(b))
        {
            Label = b.Words(),
            Called = "Allowance for " + b.Words(),
            MissingMessage = $"Enter the weekly allowance for {b.Words()}",
            Min = 1,
            Max = ScheduleTerms.Most.Pence,
        }),
    ];

    public static readonly IReadOnlyList<TextField> LevelNames =
    [
        .. Numbers.Select(n => new TextField(ScheduleTerms.NameFieldOf(n))
        {
            Label = $"Name of level {n}",
            Max = ScheduleTerms.LongestName,
            Optional = true,
        }),
    ];

    public static readonly IReadOnlyList<MoneyField> LevelFees =
    [
        .. Numbers.Select(n => new MoneyField(ScheduleTerms.FieldOf(n))
        {
            Label = $"Fee of level {n}",
            Max = ScheduleTerms.Most.Pence,
            Optional = true,
        }),
    ];

    private static IEnumerable<int> Numbers => Enumerable.Range(1, ScheduleTerms.MostLevels);

    /// <summary>What was typed; a level counts when anything of it was given.</summary>
    public static ScheduleTerms Read(Form form) =>
        new(
            form.Must(Name),
            form.Must(From),
            form.Must(Where),
            AgeBands
                .All.Zip(Allowances)
                .ToDictionary(p => p.First, p => new Money(form.Must(p.Second))),
            [.. Levels(form).Select(l => new FeeLevel(l.Name!, new Money(l.Fee!.Value)))]
        );

    /// <summary>A level has a name and a fee, and no number is left out.</summary>
    public static void CheckLevels(Form form)
    {
        var given = Enumerable
            .Range(0, ScheduleTerms.MostLevels)
            .Select(i => (Name: form.Get(LevelNames[i]), Fee: form.Get(LevelFees[i], null)))
            .ToList();
        var last = given.FindLastIndex(l => l.Name is not null || l.Fee is not null);
        for (var i = 0; i <= last; i++)
        {
            if (given[i].Name is null && !form.ErrorsOf(LevelNames[i]).Any())
                form.AddError(LevelNames[i], $"Enter the name of level {i + 1}");
            if (given[i].Fee is null && !form.ErrorsOf(LevelFees[i]).Any())
                form.AddError(LevelFees[i], $"Enter the fee of level {i + 1}");
        }
    }

    private static IEnumerable<(string? Name, long? Fee)> Levels(Form form) =>
        LevelNames
            .Zip(LevelFees)
            .Select(p => (form.Get(p.First), form.Get(p.Second, null)))
            .TakeWhile(l => l.Item1 is not null && l.Item2 is not null);
}
