using Foster.Web.Features.Operate.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Accounts;

public sealed record ChangeEmailInput(string Address);

/// <summary>
/// Sends a link to a new address, which takes the old one's place when it is followed. The old address is told at once.
/// </summary>
public sealed class ChangeEmail(
    FosterDb db,
    Links links,
    Throttle throttle,
    CouncilHistory history,
    Outbox outbox,
    TellOwner tell,
    IOptions<SiteOptions> site,
    LondonClock clock
)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public async Task<Result> RunAsync(ChangeEmailInput input, Actor actor, CancellationToken ct)
    {
        if (!await throttle.AdmitAsync(TryKind.Mail, actor.AccountId.ToString(), ct))
            return Result.Refused(AccountFields.Resting);
        var council = await db.Set<Council>()
            .AsNoTracking()
            .SingleAsync(c => c.Id == actor.CouncilId, ct);
        // An earlier request ends, and its link with it.
        db.RemoveRange(
            await db.Set<EmailChange>().Where(c => c.AccountId == actor.AccountId).ToListAsync(ct)
        );
        var change = new EmailChange
        {
            AccountId = actor.AccountId,
            Address = input.Address,
            AskedAt = clock.Now,
        };
        db.Add(change);
        var secret = await links.IssueAsync(
            LinkPurpose.NewEmail,
            actor.CouncilId,
            Guid.Empty,
            change.Id,
            null,
            Life,
            ct
        );
        history.Write(
            actor,
            actor.AccountId,
            new HistoryNote("account.email-asked", "Gave a new e-mail address, to be confirmed")
        );
        outbox.Post(
            actor.CouncilId,
            null,
            AccountEmails.NewAddress(
                new AccountMailTo(input.Address, actor.Name, council, site.Value.ServiceName),
                links.Absolute($"/confirm-email/{secret}"),
                (int)Life.TotalHours
            )
        );
        await tell.OfOwnActAsync(actor.AccountId, AccountNews.EmailChangeAsked, ct);
        return Result.Done;
    }
}
