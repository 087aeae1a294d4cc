namespace Foster.Web.Features.Applications;

/// <summary>What somebody says of one animal at home. It may point out something to look at, and never decides (R-ELIG-07).</summary>
/// <param name="Kind">A key of <see cref="Kinds"/>.</param>
/// <param name="NeedsLicence">The law asks for a licence or a certificate of exemption for it.</param>
public sealed record AnimalDescription(
    string Kind,
    string Breed,
    string? Name,
    bool NeedsLicence,
    bool HasHurt
)
{
    /// <summary>The kinds people choose from; the noun is what one is called where the breed alone would not say it.</summary>
    public static IReadOnlyList<(string Key, string Title, string? Noun)> Kinds { get; } =
    [
        ("dog", "Dog", "dog"),
        ("cat", "Cat", "cat"),
        ("small", "Rabbit or other small animal", null),
        ("bird", "Bird", "bird"),
        ("reptile", "Reptile, spider or fish", null),
        ("farm", "Horse or farm animal", null),
        ("other", "Another animal", null),
    ];

    /// <summary>Types of dog that the Dangerous Dogs Act 1991 and its orders name, as people write them.</summary>
    private static readonly string[] Banned =
    [
        "pit bull",
        "pitbull",
        "tosa",
        "dogo argentino",
        "fila brasileiro",
        "xl bully",
        "bully xl",
    ];

    public string Title => Of(Kind).Title;

    /// <summary>Which animal is meant, such as Biscuit (dog, Labrador).</summary>
    public string Words
    {
        get
        {
            var what = Of(Kind).Noun is { } noun
                ? string.Equals(noun, Breed, StringComparison.OrdinalIgnoreCase)
                    ? noun
                    : $"{noun}, {Breed}"
                : Breed;
            return string.IsNullOrWhiteSpace(Name) ? what : $"{Name} ({what})";
        }
    }

    public bool MayBeBanned =>
        NeedsLicence
        || Banned.Any(b => Breed.Replace('-', ' ').Contains(b, StringComparison.OrdinalIgnoreCase));

    private static (string Key, string Title, string? Noun) Of(string kind) =>
        Kinds.Single(k => k.Key == kind);
}
