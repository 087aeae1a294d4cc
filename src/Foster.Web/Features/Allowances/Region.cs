namespace Foster.Web.Features.Allowances;

/// <summary>Where a council lies, as the national minimum divides England (M-NMA-01).</summary>
public enum Region
{
    RestOfEngland,
    SouthEast,
    London,
}

public static class Regions
{
    public static IReadOnlyList<Region> All { get; } = Enum.GetValues<Region>();

    public static string Title(this Region region) =>
        region switch
        {
            Region.London => "London",
            Region.SouthEast => "South East",
            _ => "Rest of England",
        };

    /// <summary>"south-east", as the names of fields say it.</summary>
    public static string Key(this Region region) =>
        region.Title().Replace(' ', '-').ToLowerInvariant();

    /// <summary>The region as somebody wrote it, however they put spaces and capitals; null where it is none.</summary>
    public static Region? Read(string text) =>
        All.Cast<Region?>()
            .FirstOrDefault(r =>
                string.Concat(text.Where(char.IsLetter))
                    .Equals(r.ToString(), StringComparison.OrdinalIgnoreCase)
            );
}
