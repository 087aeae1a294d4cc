using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>
/// Keeps the keys by which people are found again as their names, dates, addresses and numbers change. Part of the
/// operations that change them, which save.
/// </summary>
public sealed class MatchKeys(FosterDb db)
{
    /// <summary>Somebody new.</summary>
    public void Add(Person person, string? postcode) =>
        db.AddRange(PersonKey.Of(person, postcode is null ? [] : [postcode]));

    /// <summary>Somebody who is on record, as they stand now with what is not saved yet.</summary>
    public async Task KeepAsync(Guid personId, CancellationToken ct)
    {
        var person = db.Set<Person>().Local.FirstOrDefault(p => p.Id == personId);
        person ??= await db.Set<Person>().SingleAsync(p => p.Id == personId, ct);
        await db.Set<Address>().Where(a => a.PersonId == personId).LoadAsync(ct);
        await db.Set<PersonKey>().Where(k => k.PersonId == personId).LoadAsync(ct);
        var wanted = PersonKey.Of(
            person,
            db.Set<Address>()
                .Local.Where(a => a.PersonId == personId && a.To is null)
                .Select(a => a.Postcode)
        );
        var there = db.Set<PersonKey>().Local.Where(k => k.PersonId == personId).ToList();
        db.RemoveRange(there.Where(k => !wanted.Any(w => Same(w, k))));
        db.AddRange(wanted.Where(w => !there.Exists(k => Same(w, k))));
    }

    private static bool Same(PersonKey one, PersonKey other) =>
        one.Kind == other.Kind && one.Digest == other.Digest;
}
