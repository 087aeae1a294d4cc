namespace Foster.Web.Foundation.Journeys;

/// <summary>What was typed, exactly as it was typed, by the name of the input.</summary>
public sealed class RawValues
{
    private readonly Dictionary<string, string[]> values = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string[]> All => values;

    /// <summary>The first value under this name, or the empty text.</summary>
    public string this[string name] => Many(name) is [var first, ..] ? first : "";

    public IReadOnlyList<string> Many(string name) =>
        values.TryGetValue(name, out var found) ? found : [];

    public void Set(string name, params string[] value)
    {
        if (value.Length == 0)
            values.Remove(name);
        else
            values[name] = value;
    }
}
