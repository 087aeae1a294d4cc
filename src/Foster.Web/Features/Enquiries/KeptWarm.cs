using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>What somebody who enquires had left with us before.</summary>
/// <param name="Kept">Their wish to be asked again.</param>
/// <param name="Nurtured">Ended enquiries of theirs whose people are to be asked again.</param>
/// <param name="CaseId">The ended case from which the new one goes on; null for none that is still there.</param>
public sealed record CameAgain(
    IReadOnlyList<KeepWarm> Kept,
    IReadOnlyList<Nurture> Nurtured,
    Guid? CaseId
);

/// <summary>
/// Joins an enquiry to what its sender had left with us: by their link, or by the same address. It is linked with the
/// enquiry that had ended, and keeps that one's source (M-HUB-10).
/// </summary>
public sealed class KeptWarm(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<CameAgain> FindAsync(SubmitEnquiryInput input, CancellationToken ct)
    {
        var email = input.Applicant.Email?.ToLowerInvariant();
        if (input.KeepWarmId is null && email is null)
            return new([], [], null);
        var kept = await db.Set<KeepWarm>()
            .Where(k =>
                k.CouncilId == input.CouncilId
                && (k.Id == input.KeepWarmId || k.Email == email)
                && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
            )
            .OrderBy(k => k.Id)
            .ToListAsync(ct);
        var nurtured = email is null ? [] : await NurturedAsync(input.CouncilId, email, ct);
        var ended = kept.Select(k => k.CaseId)
            .OfType<Guid>()
            .Concat(nurtured.Select(n => n.CaseId))
            .ToList();
        var there = await StillThereAsync(ended, ct);
        return new(kept, nurtured, ended.Where(there.Contains).Cast<Guid?>().FirstOrDefault());
    }

    /// <summary>The caller saves.</summary>
    public async Task JoinAsync(CameAgain again, Enquiry enquiry, Actor actor, CancellationToken ct)
    {
        var joined = again.Nurtured.Count > 0;
        SourceTouch? original = null;
        foreach (var kept in again.Kept)
        {
            var source = await OriginalAsync(kept, ct);
            if (!kept.Enquire(actor, enquiry.CaseId, clock.Now).Ok)
                continue;
            joined = true;
            original ??= source;
            await WriteAsync(
                enquiry,
                $"They had asked on {BritishDate.Long(clock.DateOf(kept.ConsentAt))} to be asked again",
                actor,
                ct
            );
        }
        foreach (var nurture in again.Nurtured)
        {
            original ??= await SourceOfAsync(nurture.CaseId, nurture.CouncilId, ct);
            nurture.End(clock.Today);
            await WriteAsync(
                enquiry,
                "They had enquired before and were to be asked again",
                actor,
                ct
            );
        }
        if (joined)
            enquiry.CameBack(original);
    }

    /// <summary>Whoever takes their consent back is not called either, whoever may see the case. The caller saves.</summary>
    public async Task NobodyCallsAsync(Guid caseId, CancellationToken ct)
    {
        foreach (
            var nurture in await db.Set<Nurture>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .Where(n => n.CaseId == caseId && n.IsLive)
                .ToListAsync(ct)
        )
            nurture.End(clock.Today);
    }

    /// <summary>Nobody writes to them any more about an enquiry that is taken up again. The caller saves.</summary>
    public async Task TakenUpAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        foreach (var kept in await LiveAsync(caseId, ct))
            kept.Enquire(actor, caseId, clock.Now);
    }

    /// <summary>The wishes of a case that still hold, to be changed.</summary>
    public Task<List<KeepWarm>> LiveAsync(Guid caseId, CancellationToken ct) =>
        db.Set<KeepWarm>()
            .Where(k =>
                k.CaseId == caseId
                && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
            )
            .ToListAsync(ct);

    private Task WriteAsync(Enquiry enquiry, string title, Actor actor, CancellationToken ct) =>
        history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.kept-warm", title) { Rules = ["M-HUB-10"] },
            ct
        );

    /// <summary>None of the words of those enquiries is read, whoever may see them.</summary>
    private async Task<IReadOnlyList<Nurture>> NurturedAsync(
        Guid councilId,
        string email,
        CancellationToken ct
    )
    {
        var digest = PersonKey.DigestOfEmail(email);
        var found = await (
            from k in db.Set<PersonKey>()
            join m in db.Set<Membership>()
                on new { k.CouncilId, k.PersonId } equals new { m.CouncilId, m.PersonId }
            join c in db.Set<Case>()
                on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
            join e in db.Set<Enquiry>() on c.Id equals e.CaseId
            join n in db.Set<Nurture>() on c.Id equals n.CaseId
            where k.CouncilId == councilId && k.Digest == digest && m.IsApplicant
            where c.ErasedOn == null && !e.IsOpen && n.IsLive
            orderby n.Since descending
            select n
        )
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .ToListAsync(ct);
        return [.. found.DistinctBy(n => n.Id)];
    }

    private async Task<HashSet<Guid>> StillThereAsync(List<Guid> caseIds, CancellationToken ct) =>
        caseIds.Count == 0
            ? []
            :
            [
                .. await db.Set<Case>()
                    .IgnoreQueryFilters([FosterDb.CaseFilter])
                    .Where(c => caseIds.Contains(c.Id) && c.ErasedOn == null)
                    .Select(c => c.Id)
                    .ToListAsync(ct),
            ];

    /// <summary>The source of when they were not ready, or of their enquiry that had ended.</summary>
    private async Task<SourceTouch?> OriginalAsync(KeepWarm kept, CancellationToken ct) =>
        kept.FirstSource is { } source ? new(source, kept.FirstCampaignId)
        : kept.CaseId is { } ended ? await SourceOfAsync(ended, kept.CouncilId, ct)
        : null;

    private Task<SourceTouch?> SourceOfAsync(Guid caseId, Guid councilId, CancellationToken ct) =>
        db.Set<Enquiry>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(e => e.CaseId == caseId && e.CouncilId == councilId)
            .Where(e => e.FirstSource != null && e.FirstSource != EnquirySource.Unknown)
            .Select(e => new SourceTouch(e.FirstSource!.Value, e.FirstCampaignId))
            .FirstOrDefaultAsync(ct);
}
