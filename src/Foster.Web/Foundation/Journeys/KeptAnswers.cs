using System.Text.Json;

namespace Foster.Web.Foundation.Journeys;

/// <summary>Answers as a form keeps them: what was typed, by the name of the input.</summary>
public static class KeptAnswers
{
    /// <summary>Empty for what is no such text, so that a damaged row shows nothing and stops no page.</summary>
    public static Dictionary<string, string[]> Read(string? json)
    {
        if (string.IsNullOrEmpty(json) || json[0] != '{')
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public static string Write(IEnumerable<KeyValuePair<string, string[]>> answers) =>
        JsonSerializer.Serialize(
            answers.OrderBy(a => a.Key, StringComparer.Ordinal).ToDictionary()
        );

    /// <summary>Line by line for people to read: "Gp practice: Harbour Surgery". Other text stays as it is.</summary>
    public static string InWords(string text) =>
        Read(text) is { Count: > 0 } answers
            ? string.Join(
                '\n',
                answers.Select(a => $"{Words.FromName(a.Key)}: {string.Join(", ", a.Value)}")
            )
            : text;
}
