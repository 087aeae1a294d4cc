using System.Text.Json;

namespace Foster.Web.Foundation.Journeys;

/// <summary>A row of a check-answers page.</summary>
public sealed record SummaryRow(
    string Label,
    string Value,
    string? ChangeHref,
    string ChangeHidden
);

/// <content>Keeping answers between pages, and showing them before they are sent.</content>
public partial class Form
{
    /// <summary>Stands where an optional question was not answered.</summary>
    public const string Unanswered = "Not provided";

    /// <summary>
    /// What was typed, to be kept with a journey: no secrets, nothing that was not asked. Given the
    /// JSON of a longer journey, this form's answers are laid over it.
    /// </summary>
    public string ToJson(string? over = null)
    {
        var kept = Unpack(over);
        foreach (var field in Fields)
        {
            foreach (var name in field.InputNames)
            {
                var values = Answers.Many(name).Select(Words.Storable).Where(v => v.Length > 0);
                if (!field.Secret && Counts(field) && values.Any())
                    kept[name] = [.. values];
                else
                    kept.Remove(name);
            }
        }
        return JsonSerializer.Serialize(kept);
    }

    /// <summary>Takes kept answers back; names it does not know are left alone.</summary>
    public Form FromJson(string? json)
    {
        var kept = Unpack(json);
        foreach (var field in Fields.Where(f => !f.Secret))
        {
            foreach (var name in field.InputNames)
                Answers.Set(name, kept.GetValueOrDefault(name) ?? []);
        }
        return this;
    }

    /// <summary>Takes answers by the names of their inputs.</summary>
    internal Form TakeAll(IReadOnlyDictionary<string, string?> given)
    {
        foreach (var (name, value) in given)
            Answers.Set(name, value ?? "");
        return this;
    }

    /// <summary>One row per field that counts; the change links lead to the field on the page given.</summary>
    public IReadOnlyList<SummaryRow> SummaryRows(string? changeHref = null) =>
        SummaryRows(_ => changeHref);

    /// <summary>One row per field that counts; null from <paramref name="changeHref"/> means no change link.</summary>
    public IReadOnlyList<SummaryRow> SummaryRows(Func<Field, string?> changeHref) =>
        [
            .. Fields
                .Where(f => !f.Secret && Counts(f))
                .Select(f => new SummaryRow(
                    f.Called,
                    f.Display(Answers) is { Length: > 0 } shown ? shown : Unanswered,
                    changeHref(f) is { } href ? $"{href}#{f.InputNames[0]}" : null,
                    Words.LowerFirst(f.Called)
                )),
        ];

    private static Dictionary<string, string[]> Unpack(string? json) =>
        string.IsNullOrEmpty(json)
            ? []
            : JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? [];
}
