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
    public static string Title(this Region region) =>
        region switch
        {
            Region.London => "London",
            Region.SouthEast => "South East",
            _ => "Rest of England",
        };
}
