using System.Globalization;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>The kinds of question that the sections ask, with what is the same for all of them.</summary>
internal static class Asking
{
    private const int FirstYear = 1920;

    public static YesNoField YesNo(
        string name,
        string label,
        string missing,
        string? hint = null,
        Func<Form, bool>? when = null,
        string? called = null
    ) =>
        new(name)
        {
            Label = label,
            Called = called ?? label.TrimEnd('?'),
            Hint = hint,
            MissingMessage = missing,
            OnlyWhen = when,
        };

    public static TextField Line(
        string name,
        string label,
        string missing,
        string? hint = null,
        Func<Form, bool>? when = null,
        string? called = null,
        bool optional = false
    ) =>
        new(name)
        {
            Label = label,
            Called = called ?? label.TrimEnd('?'),
            Hint = hint,
            MissingMessage = missing,
            Optional = optional,
            OnlyWhen = when,
        };

    public static TextField Words(
        string name,
        string label,
        string missing,
        string? hint = null,
        Func<Form, bool>? when = null,
        string? called = null,
        bool optional = false,
        int rows = 4
    ) =>
        new(name)
        {
            Label = label,
            Called = called ?? label.TrimEnd('?'),
            Hint = hint,
            MissingMessage = missing,
            Optional = optional,
            Rows = rows,
            Max = 3000,
            OnlyWhen = when,
        };

    public static ChoiceField<string> Pick(
        string name,
        string label,
        string missing,
        (string Key, string Label)[] options,
        string? hint = null,
        Func<Form, bool>? when = null,
        string? called = null
    ) =>
        new(name, [.. options.Select(o => new Option<string>(o.Key, o.Label))])
        {
            Label = label,
            Called = called ?? label.TrimEnd('?'),
            Hint = hint,
            MissingMessage = missing,
            OnlyWhen = when,
        };

    public static NumberField Number(
        string name,
        string label,
        string missing,
        int max,
        string? hint = null,
        Func<Form, bool>? when = null,
        string? called = null
    ) =>
        new(name)
        {
            Label = label,
            Called = called ?? label.TrimEnd('?'),
            Hint = hint,
            MissingMessage = missing,
            Max = max,
            Width = "govuk-input--width-3",
            OnlyWhen = when,
        };

    /// <summary>A year in four numbers, not in the future.</summary>
    public static TextField Year(
        string name,
        string label,
        string called,
        string missing,
        string? hint = null,
        Func<Form, bool>? when = null,
        bool optional = false
    ) =>
        new(name)
        {
            Label = label,
            Called = called,
            Hint = hint ?? "For example, 2014",
            MissingMessage = missing,
            Optional = optional,
            InputMode = "numeric",
            Spellcheck = false,
            Width = "govuk-input--width-4",
            Max = 4,
            Pattern = "[0-9]{4}",
            PatternMessage = $"{called} must be a year with 4 numbers, like 2014",
            Rule = (typed, today) =>
                YearOf(typed) is { } year && year >= FirstYear && year <= today.Year
                    ? null
                    : $"{called} must be a year from {FirstYear} to {today.Year}",
            OnlyWhen = when,
        };

    public static int? YearOf(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    public static Func<Form, bool> Yes(YesNoField field) => form => form.Get(field) == true;

    public static Func<Form, bool> No(YesNoField field) => form => form.Get(field) == false;

    public static Func<Form, bool> Is(ChoiceField<string> field, params string[] keys) =>
        form => form.Get(field) is { } key && keys.Contains(key);
}
