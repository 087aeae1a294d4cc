using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>
/// By what a row is known again in whichever file it stands, and whichever of its columns were named then: the reference
/// of the other system, and who came when, with what else is known of them. All are keyed digests, which say nothing
/// without the secret of the council.
/// </summary>
public sealed record RowIdentity(string? Reference, string Person, string Details)
{
    internal const char Between = ' ';
    internal const string Nothing = "-";

    /// <summary>
    /// References decide where both have one. Otherwise it is the same name on the same day, unless a date of birth, a
    /// postcode, a telephone number or an email address says that they are two.
    /// </summary>
    public bool IsSameAs(RowIdentity other) =>
        Reference is not null && other.Reference is not null
            ? Reference == other.Reference
            : Person == other.Person
                && Details
                    .Split(Between)
                    .Zip(other.Details.Split(Between))
                    .All(d => d.First == d.Second || d.First == Nothing || d.Second == Nothing);
}

/// <summary>Makes the digests of rows with the secret of one council.</summary>
public sealed class RowDigests(string secret)
{
    /// <summary>Characters of a digest in hexadecimal.</summary>
    public const int Length = 32;

    private const int DetailLength = 12;
    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    public RowIdentity Of(PastEnquiry row) =>
        new(
            row.Reference is { } own ? Digest("reference", Cases.Person.Fold(own), Length) : null,
            Digest(
                "person",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Cases.Person.Fold($"{row.Person.GivenName} {row.Person.FamilyName}")}\n{row.ReceivedOn:yyyyMMdd}"
                ),
                Length
            ),
            string.Join(
                RowIdentity.Between,
                Detail("born", row.Person.DateOfBirth?.ToString("O", CultureInfo.InvariantCulture)),
                Detail("postcode", row.Address?.Postcode),
                Detail("telephone", row.Person.Telephone),
                Detail("email", row.Person.Email)
            )
        );

    private string Detail(string kind, string? said) =>
        said is null ? RowIdentity.Nothing : Digest(kind, said.ToLowerInvariant(), DetailLength);

    private string Digest(string kind, string said, int length) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\n{said}"))
        )[..length];
}

/// <summary>Rows that are known, found again by who they are; the first of several that are the same stands for them.</summary>
public sealed class KnownRows<T>
    where T : struct
{
    private readonly Dictionary<string, T> byReference = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<(RowIdentity Who, T What)>> byPerson = new(
        StringComparer.Ordinal
    );

    public void Add(RowIdentity who, T what)
    {
        if (who.Reference is { } reference)
            byReference.TryAdd(reference, what);
        if (!byPerson.TryGetValue(who.Person, out var same))
            byPerson[who.Person] = same = [];
        same.Add((who, what));
    }

    public T? Find(RowIdentity who)
    {
        if (who.Reference is { } reference && byReference.TryGetValue(reference, out var same))
            return same;
        foreach (var (known, what) in byPerson.GetValueOrDefault(who.Person, []))
            if (known.IsSameAs(who))
                return what;
        return null;
    }
}
