using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>What every act on an enquiry begins and ends with.</summary>
public sealed class EnquiryAct(
    FosterDb db,
    DeadlineBook deadlines,
    NurtureBook nurtures,
    LondonClock clock
)
{
    /// <summary>Said where the record is out of reach or does not exist; nobody learns which.</summary>
    public static Result NotFound { get; } =
        Result.Refused("This enquiry cannot be found. It may have been moved to other people.");

    /// <summary>Said wherever a connection closes an enquiry.</summary>
    public const string WhyRestricted = "Connected with staff, a councillor or a panel member";

    public Task<Enquiry?> FindAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Enquiry>().SingleOrDefaultAsync(e => e.CaseId == caseId, ct);

    public Task<Council> CouncilAsync(Enquiry enquiry, CancellationToken ct) =>
        db.Set<Council>().SingleAsync(c => c.Id == enquiry.CouncilId, ct);

    public async Task<Case> CaseAsync(Enquiry enquiry, CancellationToken ct) =>
        db.Set<Case>().Local.FindEntry(enquiry.CaseId)?.Entity
        ?? await db.Set<Case>().SingleAsync(c => c.Id == enquiry.CaseId, ct);

    /// <summary>Ends the road: nothing is due any more and the case is closed.</summary>
    public async Task EndAsync(Enquiry enquiry, string why, CancellationToken ct)
    {
        // What outlives its case stays: the team manager still owes a child an answer (R-ENQ-10).
        await deadlines.CancelAllAsync(enquiry.CaseId, why, ct);
        await nurtures.EndAsync(enquiry.CaseId, ct);
        (await CaseAsync(enquiry, ct)).ClosedOn = clock.Today;
    }

    /// <summary>Puts the enquiry where it now stands in the queue and saves everything together.</summary>
    public async Task SaveAsync(Enquiry enquiry, CancellationToken ct)
    {
        // Of an enquiry that is only now being taken everything is here already.
        if (db.Entry(enquiry).State is not EntityState.Added)
            await db.Set<Deadline>()
                .Where(d => d.CaseId == enquiry.CaseId && d.Status == DeadlineStatus.Open)
                .LoadAsync(ct);
        enquiry.NextDueOn = db.Set<Deadline>()
            .Local.Where(d =>
                d.CaseId == enquiry.CaseId
                && d.SubjectId == enquiry.Id
                && d.Status == DeadlineStatus.Open
            )
            .Select(d => d.DueOn)
            .DefaultIfEmpty(Enquiry.NothingDue)
            .Min();
        await db.SaveChangesAsync(ct);
    }
}
