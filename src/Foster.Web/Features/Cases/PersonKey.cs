using System.Security.Cryptography;
using System.Text;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Cases;

/// <summary>What two people on record have in common, such that they may be one (R-ENQ-14).</summary>
public enum Likeness
{
    /// <summary>The whole name but for second given names, the date of birth and the postcode.</summary>
    Whole,
    NameAndBirth,
    NameAndPlace,
    Telephone,
    Email,
}

/// <summary>
/// A digest by which somebody is found again. There is one for each thing they can be known by, of the same length, so
/// that one index answers every question by equality however many people are on record.
/// </summary>
public sealed class PersonKey : ICouncilOwned
{
    private const int Length = 16;

    public required Guid CouncilId { get; init; }
    public required Guid PersonId { get; init; }
    public required Likeness Kind { get; init; }
    public required string Digest { get; init; }

    /// <summary>
    /// Everything somebody can be known by. Accents, case, hyphens and second given names make no difference, and each
    /// part of a double name counts, because people leave one out.
    /// </summary>
    public static IReadOnlyList<PersonKey> Of(Person person, params IEnumerable<string> postcodes)
    {
        var keys = new List<PersonKey>();
        var given = Parts(person.GivenName);
        var family = Parts(person.FamilyName);
        var whole = string.Join(' ', [.. given.Take(1), .. family]);
        var names = family.Distinct().Select(f => $"{given.FirstOrDefault()} {f}").ToList();
        var places = postcodes.Select(Place).Distinct().ToList();
        if (person.DateOfBirth is { } born)
        {
            keys.AddRange(names.Select(n => Make(Likeness.NameAndBirth, n, $"{born:yyyyMMdd}")));
            keys.AddRange(places.Select(p => Make(Likeness.Whole, whole, $"{born:yyyyMMdd}", p)));
        }
        keys.AddRange(
            from name in names
            from place in places
            select Make(Likeness.NameAndPlace, name, place)
        );
        if (person.Telephone is { Length: > 0 } telephone)
            keys.Add(Keyed(Likeness.Telephone, DigestOfTelephone(telephone)));
        if (person.Email is { Length: > 0 } email)
            keys.Add(Keyed(Likeness.Email, DigestOfEmail(email)));
        return keys;

        PersonKey Make(Likeness kind, params ReadOnlySpan<string> said) =>
            Keyed(kind, DigestOf(kind, said));

        PersonKey Keyed(Likeness kind, string digest) =>
            new()
            {
                CouncilId = person.CouncilId,
                PersonId = person.Id,
                Kind = kind,
                Digest = digest,
            };
    }

    /// <summary>The digest by which whoever gave this address is found.</summary>
    public static string DigestOfEmail(string email) =>
        DigestOf(Likeness.Email, [email.Trim().ToLowerInvariant()]);

    /// <summary>The digest by which whoever gave this number is found.</summary>
    public static string DigestOfTelephone(string telephone) =>
        DigestOf(Likeness.Telephone, [PhoneField.Normalise(telephone) ?? telephone]);

    /// <summary>The parts of a name as they are compared: folded, without apostrophes, double names taken apart.</summary>
    public static string[] Parts(string name) =>
        Person
            .Fold(name)
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal)
            .Split(
                [' ', '-', '‐', '‑', '–'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );

    private static string Place(string postcode) =>
        string.Concat(postcode.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static string DigestOf(Likeness kind, ReadOnlySpan<string> said) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(Encoding.UTF8.GetBytes($"{kind}\n{string.Join('\n', said)}"))
                .AsSpan(0, Length)
        );
}
