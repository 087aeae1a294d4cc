namespace Foster.Web.Features.Enquiries.Public;

/// <summary>What stands behind an answer of the readiness check.</summary>
public enum Footing
{
    Law,
    Standard,
    Policy,

    /// <summary>It never stands in anybody's way.</summary>
    Open,
}

/// <summary>An answer of the readiness check and the next step that it leads to.</summary>
/// <param name="Says">What it means, and what to do, in plain words.</param>
public sealed record ReadinessAnswer(
    string Key,
    string Label,
    string Says,
    Footing Footing,
    string? Hint = null
)
{
    /// <summary>Worth a talk before anything else; never a no.</summary>
    public bool Talk { get; init; }

    /// <summary>It may be better to wait.</summary>
    public bool Wait { get; init; }
}

/// <summary>One question of the readiness check.</summary>
/// <param name="Name">Its name in the query string. One that the enquiry asks as well has the name that it has there.</param>
public sealed record ReadinessQuestion(
    string Name,
    string Label,
    string Called,
    string? Hint,
    IReadOnlyList<ReadinessAnswer> Answers
)
{
    public ReadinessAnswer? Find(string? key) => Answers.FirstOrDefault(a => a.Key == key);
}

/// <summary>Words for what an answer rests on.</summary>
public static class FootingWords
{
    public static string Of(Footing footing) =>
        footing switch
        {
            Footing.Law => "The law",
            Footing.Standard => "National standard",
            Footing.Policy => "Policy of the council",
            _ => "Never stops you",
        };

    /// <summary>What the word of a footing means for somebody who thinks of fostering.</summary>
    public static string Means(Footing footing) =>
        footing switch
        {
            Footing.Law => "an act of Parliament asks for it, so that no council can leave it out",
            Footing.Standard => "the government expects it of every fostering service",
            Footing.Policy => "each council decides it for itself, so ask us",
            _ => "nobody says no because of it",
        };

    public static string Colour(Footing footing) =>
        footing switch
        {
            Footing.Law => "purple",
            Footing.Standard => "blue",
            Footing.Policy => "yellow",
            _ => "green",
        };
}
