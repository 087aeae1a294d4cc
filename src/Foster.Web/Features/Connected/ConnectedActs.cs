using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Connected;

/// <summary>What the acts on connected cases begin and end with.</summary>
public sealed class ConnectedActs(FosterDb db, DeadlineBook deadlines, LondonClock clock)
{
    /// <summary>Said where the record is out of reach or does not exist; nobody learns which.</summary>
    public static Result NotFound { get; } = Result.Refused("This case cannot be found.");

    public Task<ConnectedReferral?> FindAsync(Guid caseId, CancellationToken ct) =>
        db.Set<ConnectedReferral>().SingleOrDefaultAsync(r => r.CaseId == caseId, ct);

    /// <summary>Nothing is due any more, and the case is closed.</summary>
    public async Task CloseAsync(ConnectedReferral referral, string why, CancellationToken ct)
    {
        await deadlines.CancelAllAsync(referral.CaseId, why, ct);
        (await db.Set<Case>().SingleAsync(c => c.Id == referral.CaseId, ct)).ClosedOn = clock.Today;
    }
}
