using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Connected;

/// <summary>
/// The connected case as the family sees it by the link to their enquiry, and how they end it. The link opens the case of
/// the enquiry alone; the case that goes on from it is reached here and nowhere else.
/// </summary>
public sealed class KnownChildTrack(
    FosterDb db,
    ConnectedActs acts,
    CaseHistory history,
    LondonClock clock
) : IKnownChildTrack
{
    public async Task<KnownChildStanding?> StandingAsync(Guid enquiryCaseId, CancellationToken ct)
    {
        if (await LatestAsync(enquiryCaseId, ct) is not { } referral)
            return null;
        var call = await db.Set<Deadline>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .AsNoTracking()
            .Where(d => d.CaseId == referral.CaseId && d.SubjectId == referral.Id)
            .Where(d => d.Status == DeadlineStatus.Open && d.ApplicantTitle != null)
            .OrderBy(d => d.DueOn)
            .Select(d => new EnquiryDue(
                d.Title,
                d.RuleId,
                d.DueOn,
                d.Status,
                d.ClosedOn,
                d.ExplanationText,
                d.ApplicantTitle
            ))
            .FirstOrDefaultAsync(ct);
        return new KnownChildStanding(
            ConnectedMachine.Open.Contains(referral.State),
            referral.Against(ConnectedVerb.Withdraw, Role.LinkHolder).Count == 0,
            referral.End is ConnectedEnd.FamilyWithdrew,
            call
        );
    }

    public async Task<Result> WithdrawAsync(
        Guid enquiryCaseId,
        string reasonCode,
        string? statement,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await LatestAsync(enquiryCaseId, ct) is not { } referral)
            return ConnectedActs.NotFound;
        var from = referral.State;
        var withdrawn = referral.Withdraw(actor, clock.Today);
        if (!withdrawn.Ok)
            return withdrawn;
        db.Scope.Reach(referral.CaseId);
        await acts.CloseAsync(referral, "The family has withdrawn", ct);
        var note = new HistoryNote("connected.withdrawn", "The family has withdrawn")
        {
            From = from,
            To = referral.State,
            ReasonCode = reasonCode,
            Reason = statement,
            ForApplicant = "You told us that you do not want to go on",
            Rules = ["T-ENQ-10", "R-ENQ-11"],
        };
        await history.WriteAsync(actor, referral.CaseId, note, ct);
        await history.WriteAsync(actor, enquiryCaseId, note, ct);
        return Result.Done;
    }

    /// <summary>The last one that began with this enquiry, where the enquiry itself is open to the reader.</summary>
    private async Task<ConnectedReferral?> LatestAsync(Guid enquiryCaseId, CancellationToken ct) =>
        await db.Set<Case>().AnyAsync(c => c.Id == enquiryCaseId, ct)
            ? await db.Set<ConnectedReferral>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .Where(r => r.EnquiryCaseId == enquiryCaseId)
                .OrderByDescending(r => r.Id)
                .FirstOrDefaultAsync(ct)
            : null;
}
