using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>Enquiries that ended without an application go a year after they were closed (R-REC-06).</summary>
public sealed class EnquiryStage(FosterDb db, LondonClock clock) : IRetentionStage
{
    public DeadlineLine Line => DeadlineRules.EnquiryKept;

    public IQueryable<StageEnd> Ended() =>
        from e in db.Set<Enquiry>().AsNoTracking().IgnoreQueryFilters([FosterDb.CaseFilter])
        where
            !e.IsOpen
            && e.ClosedOn != null
            // Whoever agreed to be asked again is not forgotten meanwhile.
            && !db.Set<KeepWarm>()
                .Any(k =>
                    k.CaseId == e.CaseId
                    && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
                )
            && !db.Set<Nurture>()
                .Any(n =>
                    n.CaseId == e.CaseId && n.IsLive && n.AgreedOn != null && n.Until >= clock.Today
                )
        select new StageEnd
        {
            CaseId = e.CaseId,
            SubjectId = e.CaseId,
            On = e.ClosedOn!.Value,
        };
}

/// <summary>When an enquiry came, how they heard of us, and how far it got.</summary>
public sealed class EnquiryTally(
    FosterDb db,
    PassCount counts,
    IEnumerable<ICaseMilestone> milestones
) : ICaseTally
{
    public int Order => 10;

    public async Task<CaseTally?> OfAsync(Guid caseId, CancellationToken ct)
    {
        var enquiry = await db.Set<Enquiry>()
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(e => e.CaseId == caseId)
            .OrderBy(e => e.ReceivedOn)
            .FirstOrDefaultAsync(ct);
        if (enquiry is null)
            return null;
        var stages = new List<string> { "enquiry" };
        if (enquiry.FirstContactAt is not null)
            stages.Add("contacted");
        if (enquiry.EoiOn is not null)
            stages.Add("interest");
        if (enquiry.VisitedOn is not null)
            stages.Add(CaseStages.Visited);
        if (enquiry.State == EnquiryState.InvitedToApply)
            stages.Add("invited");
        stages.AddRange(await LinkedAsync(caseId, ct));
        // What goes on in another enquiry of the household is counted there from now on.
        var passed = await counts.EraseAsync(enquiry, ct);
        return new CaseTally(
            enquiry.ReceivedOn,
            SourceOf(enquiry),
            stages,
            enquiry.Counted && !passed
                ? new CaseTouches(Written(enquiry.FirstSource), Written(enquiry.LastSource))
                : null
        );
    }

    /// <summary>How far the case got that was opened for a child whom they know; it may be kept for long.</summary>
    private async Task<IReadOnlyList<string>> LinkedAsync(Guid caseId, CancellationToken ct)
    {
        var linked = await db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.PreviousCaseId == caseId && c.ErasedOn == null)
            .Where(c => !db.Set<Enquiry>().Any(own => own.CaseId == c.Id))
            .Select(c => c.Id)
            .ToListAsync(ct);
        var reached = new List<string>();
        foreach (var milestone in milestones.OrderBy(m => m.Kind))
            if (
                linked.Count > 0
                && await milestone.Reached().AnyAsync(r => linked.Contains(r.CaseId), ct)
            )
                reached.Add(
                    milestone.Kind is MilestoneKind.Approval
                        ? CaseStages.Approved
                        : CaseStages.Applied
                );
        return reached;
    }

    private static string Written(EnquirySource? source) =>
        (source ?? EnquirySource.Unknown).ToString();

    /// <summary>One of the answers that can be chosen; what was typed freely might name somebody.</summary>
    private static string SourceOf(Enquiry enquiry) =>
        ChannelWords.HeardFrom.Contains(enquiry.HowHeard ?? "")
            ? enquiry.HowHeard!
            : ChannelWords.Of(enquiry.Channel);
}
