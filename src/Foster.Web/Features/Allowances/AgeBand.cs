namespace Foster.Web.Features.Allowances;

/// <summary>The ages that share one rate, by completed years (M-NMA-01).</summary>
public enum AgeBand
{
    From0To2,
    From3To4,
    From5To10,
    From11To15,
    From16To17,
}

public static class AgeBands
{
    /// <summary>From the 18th birthday nothing of this is paid any more (M-PAY-23).</summary>
    public const int Oldest = 17;

    public static IReadOnlyList<AgeBand> All { get; } = Enum.GetValues<AgeBand>();

    /// <summary>The band of a child of so many completed years; null from 18.</summary>
    public static AgeBand? Of(int age) =>
        age switch
        {
            < 0 or > Oldest => null,
            < 3 => AgeBand.From0To2,
            < 5 => AgeBand.From3To4,
            < 11 => AgeBand.From5To10,
            < 16 => AgeBand.From11To15,
            _ => AgeBand.From16To17,
        };

    /// <summary>
    /// The band on one night: a new one begins on the night of the birthday (M-PAY-05). Who is born on 29 February has
    /// their birthday on 1 March in other years.
    /// </summary>
    public static AgeBand? On(DateOnly born, DateOnly night) => Of(AgeOn(born, night));

    public static int AgeOn(DateOnly born, DateOnly night) =>
        night.Year
        - born.Year
        - ((night.Month, night.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    /// <summary>"0-2", as tables and files name it.</summary>
    public static string Key(this AgeBand band) =>
        band switch
        {
            AgeBand.From0To2 => "0-2",
            AgeBand.From3To4 => "3-4",
            AgeBand.From5To10 => "5-10",
            AgeBand.From11To15 => "11-15",
            _ => "16-17",
        };

    /// <summary>The band that a cell of a table names; null where it names none.</summary>
    public static AgeBand? Read(string text)
    {
        // Spreadsheets like to write an en dash.
        var key = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('–', '-');
        return All.Cast<AgeBand?>().FirstOrDefault(b => b!.Value.Key() == key);
    }

    /// <summary>What is said of a cell that names no band.</summary>
    public static string NoBand(string text) =>
        $"“{RateFile.Short(text)}” is no band of ages: use 0-2, 3-4, 5-10, 11-15 or 16-17";

    /// <summary>"0 to 2", as people read it.</summary>
    public static string Words(this AgeBand band) =>
        band.Key().Replace("-", " to ", StringComparison.Ordinal);
}
