namespace Foster.Web.Foundation.Actors;

/// <summary>The colours a council can choose. All pairs of text and background in each hold 4.5 to 1.</summary>
public enum Accent
{
    Teal,
    Blue,
    Plum,
    Green,
}

/// <summary>What a colour is called where the styles know it.</summary>
public static class Accents
{
    public static string Theme(this Accent accent) => accent.ToString().ToLowerInvariant();
}
