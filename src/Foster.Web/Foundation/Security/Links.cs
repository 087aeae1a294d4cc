using System.Security.Cryptography;
using System.Text;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Security;

/// <summary>Where the site is reached from outside (section Site). Links in mail come from here, never from a request.</summary>
public sealed class SiteAddress
{
    public string PublicUrl { get; set; } = "http://localhost:5080";
}

/// <summary>Makes and finds links that open one page for whoever holds them.</summary>
public sealed class Links(FosterDb db, LondonClock clock, IOptions<SiteAddress> site)
{
    /// <summary>Makes a link and forgets earlier ones of the same purpose for the same subject and person.</summary>
    /// <param name="first">The subject is only now being made, so there can be no earlier one.</param>
    /// <param name="keepEarlier">Earlier ones go on working; what ends the matter ends them all.</param>
    /// <returns>The secret that goes into the address: 160 random bits.</returns>
    public async Task<string> IssueAsync(
        LinkPurpose purpose,
        Guid councilId,
        Guid caseId,
        Guid subjectId,
        Guid? personId,
        TimeSpan life,
        CancellationToken ct,
        bool first = false,
        bool keepEarlier = false
    )
    {
        var now = clock.Now;
        if (!first && !keepEarlier)
            foreach (
                var earlier in await db.Set<LinkToken>()
                    .Where(t =>
                        t.SubjectId == subjectId
                        && t.Purpose == purpose
                        && t.PersonId == personId
                        && t.ExpiresAt > now
                    )
                    .ToListAsync(ct)
            )
                earlier.ExpiresAt = now;
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        db.Add(
            new LinkToken
            {
                Hash = HashOf(secret),
                Purpose = purpose,
                CouncilId = councilId,
                CaseId = caseId,
                SubjectId = subjectId,
                PersonId = personId,
                CreatedAt = now,
                ExpiresAt = now + life,
            }
        );
        return secret;
    }

    /// <summary>Ends every link of this purpose for the subject. The caller saves, with the act itself.</summary>
    public async Task EndAsync(LinkPurpose purpose, Guid subjectId, CancellationToken ct)
    {
        var now = clock.Now;
        foreach (
            var live in await db.Set<LinkToken>()
                .Where(t => t.SubjectId == subjectId && t.Purpose == purpose && t.ExpiresAt > now)
                .ToListAsync(ct)
        )
            live.ExpiresAt = now;
    }

    /// <summary>Lets the live links of this purpose for the subjects end at another time. The caller saves.</summary>
    public async Task MoveEndAsync(
        LinkPurpose purpose,
        IReadOnlyList<Guid> subjects,
        DateTime expiresAt,
        CancellationToken ct
    )
    {
        var now = clock.Now;
        foreach (
            var live in await db.Set<LinkToken>()
                .Where(t =>
                    subjects.Contains(t.SubjectId) && t.Purpose == purpose && t.ExpiresAt > now
                )
                .ToListAsync(ct)
        )
            live.ExpiresAt = expiresAt;
    }

    /// <summary>The link behind a secret, also when it has expired or was used; null when there was never one.</summary>
    public Task<LinkToken?> FindAsync(string? secret, LinkPurpose purpose, CancellationToken ct)
    {
        if (secret is not { Length: 40 })
            return Task.FromResult<LinkToken?>(null);
        var hash = HashOf(secret);
        return db.Set<LinkToken>()
            .SingleOrDefaultAsync(t => t.Hash == hash && t.Purpose == purpose, ct);
    }

    /// <summary>True while the link may be used.</summary>
    public bool IsLive(LinkToken token) => token.UsedAt is null && token.ExpiresAt > clock.Now;

    /// <summary>A whole address for mail, such as https://fostering.example/letters/abc.</summary>
    public string Absolute(string path) => site.Value.PublicUrl.TrimEnd('/') + path;

    private static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
