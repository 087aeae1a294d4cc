using Foster.Web.Features.Operate.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>Sends somebody who was invited the link to their account; an earlier link ends. The caller writes history and saves.</summary>
public sealed class SendStaffInvitation(
    FosterDb db,
    Links links,
    Outbox outbox,
    IOptions<SiteOptions> site
)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async Task RunAsync(Account invited, Actor actor, CancellationToken ct)
    {
        var council = await db.Set<Council>()
            .AsNoTracking()
            .SingleAsync(c => c.Id == actor.CouncilId, ct);
        var secret = await links.IssueAsync(
            LinkPurpose.StaffInvitation,
            actor.CouncilId,
            Guid.Empty,
            invited.Id,
            null,
            Life,
            ct
        );
        outbox.Post(
            actor.CouncilId,
            null,
            AccountEmails.Invitation(
                new AccountMailTo(
                    invited.Email!,
                    invited.DisplayName,
                    council,
                    site.Value.ServiceName
                ),
                links.Absolute($"/staff-invitation/{secret}"),
                Life.Days
            )
        );
    }
}
