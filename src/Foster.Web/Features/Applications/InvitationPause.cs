using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Whoever has just had a message of the application gets no second one at somebody's wish (R-DP-18).</summary>
public sealed class InvitationPause(FosterDb db, LondonClock clock)
{
    public const int Minutes = 10;

    public Task<bool> IsOnAsync(Guid caseId, string email, CancellationToken ct)
    {
        var since = clock.Now.AddMinutes(-Minutes);
        return db.Set<OutboxMessage>()
            .AnyAsync(
                m =>
                    m.CaseId == caseId
                    && m.Kind.StartsWith("application.")
                    && m.CreatedAt > since
                    && m.Recipient == email,
                ct
            );
    }
}
