using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases.Link;

/// <summary>What guards a letter.</summary>
public enum LetterGuard
{
    DateOfBirth,
    Postcode,
    Nothing,
}

/// <summary>A link to a letter as its page finds it; nothing of the letter itself.</summary>
public sealed record LetterLink(
    Guid TokenId,
    Actor Actor,
    LetterGuard Guard,
    bool IsLive,
    DateOnly LastDay,
    DateTime? LockedUntil,
    string Team,
    string Telephone,
    string OpeningHours
);

/// <summary>Finds the letter behind a link and opens its case to the holder.</summary>
public sealed class LetterLinkReads(FosterDb db, Links links, ActorSource actors, LondonClock clock)
{
    /// <summary>Null where there was never such a link.</summary>
    public async Task<LetterLink?> FindAsync(string? secret, CancellationToken ct)
    {
        if (await links.FindAsync(secret, LinkPurpose.Letter, ct) is not { } token)
            return null;
        var holder = actors.Holder(
            token.CouncilId,
            token.CaseId,
            "Holder of a link",
            token.PersonId
        );
        var who = await db.Set<Person>()
            .Where(p => p.Id == token.PersonId)
            .Select(p => new
            {
                Name = p.GivenName + " " + p.FamilyName,
                HasBirthDate = p.DateOfBirth != null,
            })
            .SingleOrDefaultAsync(ct);
        var hasAddress = await db.Set<Address>()
            .AnyAsync(a => a.PersonId == token.PersonId && a.To == null, ct);
        var council = await db.Set<Council>()
            .Where(c => c.Id == token.CouncilId)
            .Select(c => new
            {
                c.TeamName,
                c.Telephone,
                c.OpeningHours,
            })
            .SingleAsync(ct);
        return new LetterLink(
            token.Id,
            who is null ? holder : holder with { Name = who.Name },
            who is { HasBirthDate: true } ? LetterGuard.DateOfBirth
                : hasAddress ? LetterGuard.Postcode
                : LetterGuard.Nothing,
            links.IsLive(token) && who is not null,
            clock.DateOf(token.ExpiresAt),
            token.LockedUntil > clock.Now ? token.LockedUntil : null,
            council.TeamName,
            council.Telephone,
            council.OpeningHours
        );
    }
}
