using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Where somebody lived, from when to when.</summary>
public sealed record PersonAddress(
    Guid Id,
    Guid PersonId,
    string Lines,
    string? Town,
    string Postcode,
    DateOnly? From,
    DateOnly? To
)
{
    /// <summary>The address on one line.</summary>
    public string InWords =>
        string.Join(
            ", ",
            [
                .. Lines.Split('\n', StringSplitOptions.TrimEntries),
                .. new[] { Town, Postcode }.OfType<string>(),
            ]
        );
}

/// <summary>The addresses of people, the latest first.</summary>
public sealed class AddressReads(FosterDb db)
{
    public async Task<IReadOnlyList<PersonAddress>> OfAsync(
        IReadOnlyList<Guid> people,
        CancellationToken ct
    )
    {
        var found = await db.Set<Address>()
            .Where(a => people.Contains(a.PersonId))
            .Select(a => new PersonAddress(
                a.Id,
                a.PersonId,
                a.Lines,
                a.Town,
                a.Postcode,
                a.From,
                a.To
            ))
            .ToListAsync(ct);
        return
        [
            .. found
                .OrderBy(a => a.To is not null)
                .ThenByDescending(a => a.To)
                .ThenByDescending(a => a.From),
        ];
    }
}
