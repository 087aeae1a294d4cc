namespace Foster.Web.Foundation.Clock;

/// <summary>Numbers that a council has set instead of the catalogue's: line key → number. Read from the
/// configuration section <see cref="Section"/>.</summary>
public sealed class DeadlineNumbers
{
    public const string Section = "Deadlines";

    private readonly Dictionary<string, int> own = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws with everything that is wrong, so that a bad setting stops the start and not a case.</summary>
    public DeadlineNumbers(IEnumerable<KeyValuePair<string, int>> numbers)
    {
        var wrong = new List<string>();
        foreach (var (key, number) in numbers)
        {
            if (DeadlineRules.Line(key) is not { } line)
            {
                wrong.Add($"{Section}:{key} is not a deadline.");
            }
            else if (!line.Allows(number))
            {
                wrong.Add(
                    $"{Section}:{key} cannot be {number}: it is {line.Number}, {line.Force.InWords()}, {Limit(line)}."
                );
            }
            else
            {
                own[key] = number;
            }
        }
        if (wrong.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", wrong), nameof(numbers));
        }
    }

    public static DeadlineNumbers Catalogue { get; } = new([]);

    public int For(DeadlineLine line) =>
        own.TryGetValue(line.Key, out var number) ? number : line.Number;

    private static string Limit(DeadlineLine line) =>
        line.Tuning switch
        {
            Tuning.Free => "and must be between 1 and 1000",
            Tuning.LongerOnly => "and may only be longer",
            Tuning.ShorterOnly => "and may only be shorter",
            _ => "and is fixed",
        };
}
