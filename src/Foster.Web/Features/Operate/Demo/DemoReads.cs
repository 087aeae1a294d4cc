using System.Text.RegularExpressions;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Demo;

/// <summary>Somebody whom a visitor of the demonstration may be.</summary>
/// <param name="Stands">Where this person's case stands, for applicants and carers.</param>
/// <param name="Key">What to type into an authenticator app, for staff.</param>
/// <param name="CodeNow">What such an app would show now.</param>
public sealed record DemoPerson(
    string SignInName,
    string Name,
    Role Role,
    string Council,
    string Does,
    string? Stands,
    string? Key,
    string? CodeNow
);

/// <summary>A part of a message: words, or an address on this site.</summary>
public sealed record DemoWords(string Text, string? Href);

/// <summary>A message as the demonstration shows it.</summary>
public sealed record DemoMessage(
    Guid Id,
    DateTime CreatedAt,
    string To,
    string Subject,
    string State,
    IReadOnlyList<DemoWords> Body
);

/// <summary>What the demonstration shows of all councils. Nothing asks it where the demonstration is off.</summary>
public sealed partial class DemoReads(
    FosterDb db,
    ActorSource actors,
    CouncilDirectory councils,
    Authenticators authenticators,
    Foundation.Clock.LondonClock clock,
    IDataProtectionProvider protection,
    IOptions<SiteAddress> site,
    HistoryWords words
)
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<DemoPerson>> PeopleAsync(CancellationToken ct)
    {
        var people = new List<DemoPerson>();
        foreach (var council in await councils.AllAsync(ct))
        {
            actors.System(council.Id);
            var held = await (
                from r in db.Set<RoleAssignment>()
                join a in db.Set<Account>() on r.AccountId equals a.Id
                where
                    r.CouncilId == council.Id
                    && !a.IsDisabled
                    && a.UserName!.EndsWith("foster.example")
                select new
                {
                    a.Id,
                    a.UserName,
                    a.DisplayName,
                    r.Role,
                }
            ).ToListAsync(ct);
            var secrets = await authenticators.SecretsAsync([.. held.Select(h => h.Id)], ct);
            foreach (var one in held.OrderBy(h => h.Role.IsStaff() ? 0 : 1).ThenBy(h => h.Role))
            {
                var secret = secrets.GetValueOrDefault(one.Id);
                people.Add(
                    new DemoPerson(
                        one.UserName!,
                        one.DisplayName,
                        one.Role,
                        council.Name,
                        Does(one.UserName!, one.Role),
                        one.Role.IsStaff() ? null : await StandsAsync(one.Id, council.Id, ct),
                        secret is null ? null : Totp.InWords(secret),
                        secret is null ? null : Totp.CodeAt(secret, Totp.StepAt(clock.Now))
                    )
                );
            }
        }
        return people;
    }

    /// <summary>Messages to anybody, newest first.</summary>
    public async Task<(IReadOnlyList<DemoMessage> Messages, string? Next)> MessagesAsync(
        string? before,
        CancellationToken ct
    )
    {
        var found = new List<OutboxMessage>();
        foreach (var council in await councils.AllAsync(ct))
        {
            actors.System(council.Id);
            var own = db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Recipient != "");
            if (InstantCursor.Read(before) is var (at, id))
                own = own.Where(m =>
                    m.CreatedAt < at || (m.CreatedAt == at && m.Id.CompareTo(id) < 0)
                );
            found.AddRange(
                await own.OrderByDescending(m => m.CreatedAt)
                    .ThenByDescending(m => m.Id)
                    .Take(PageSize + 1)
                    .ToListAsync(ct)
            );
        }
        // Ids are compared as they are written, as both databases do.
        var page = found
            .OrderByDescending(m => m.CreatedAt)
            .ThenByDescending(m => m.Id.ToString(), StringComparer.Ordinal)
            .Take(PageSize + 1)
            .ToList();
        return (
            [
                .. page.Take(PageSize)
                    .Select(m => new DemoMessage(
                        m.Id,
                        m.CreatedAt,
                        m.Recipient,
                        m.Channel is MessageChannel.Text ? "Text message" : m.Subject,
                        Words(m.State),
                        Parts(Outbox.BodyOf(m, protection))
                    )),
            ],
            page.Count > PageSize
                ? InstantCursor.Write(page[PageSize - 1].CreatedAt, page[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>The last thing that the person themselves may read of their case.</summary>
    private async Task<string?> StandsAsync(Guid accountId, Guid councilId, CancellationToken ct)
    {
        var last = await (
            from l in db.Set<AccountLink>()
            join m in db.Set<Membership>() on l.PersonId equals m.PersonId
            join c in db.Set<Case>() on m.HouseholdId equals c.HouseholdId
            join h in db.Set<HistoryEntry>() on c.Id equals h.CaseId
            where
                l.AccountId == accountId
                && l.CouncilId == councilId
                && h.IsTold
                && (h.PersonId == null || h.PersonId == l.PersonId)
            orderby h.RecordedAt descending, h.Id descending
            select new { h.Id, h.Body!.Content }
        ).FirstOrDefaultAsync(ct);
        return last is null ? null : words.Open(last.Id, last.Content).PublicTitle;
    }

    private List<DemoWords> Parts(string body)
    {
        var parts = new List<DemoWords>();
        var at = 0;
        var home = site.Value.PublicUrl.TrimEnd('/');
        foreach (Match link in Address().Matches(body))
        {
            parts.Add(new DemoWords(body[at..link.Index], null));
            var own = link.Value.StartsWith(home + "/", StringComparison.Ordinal);
            parts.Add(new DemoWords(link.Value, own ? link.Value[home.Length..] : null));
            at = link.Index + link.Length;
        }
        parts.Add(new DemoWords(body[at..], null));
        return parts;
    }

    private static string Does(string name, Role role) =>
        DemoRegion.Staff.FirstOrDefault(p => p.SignInName == name)?.Does
        ?? (
            role switch
            {
                Role.ApprovedCarer => "Sees who supports them, their terms and the next dates",
                Role.PanelMember or Role.PanelChair => "Reads the papers and sits on panel",
                _ when role.IsStaff() => role.Title(),
                _ => "Fills in the application and follows how far it is",
            }
        );

    private static string Words(OutboxState state) =>
        state switch
        {
            OutboxState.Queued => "Waiting: no mail server is set",
            OutboxState.Claimed => "Being sent",
            OutboxState.Sent => "Sent",
            OutboxState.Refused => "Refused by the mail server",
            OutboxState.SentAgain => "Refused by the mail server, sent again",
            OutboxState.NotNeeded => "Not needed any more",
            _ => "Not known whether it was sent",
        };

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;)]", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Address();
}
