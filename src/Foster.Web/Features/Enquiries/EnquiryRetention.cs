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
public sealed class EnquiryTally(FosterDb db) : ICaseTally
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
            stages.Add("visited");
        if (enquiry.State == EnquiryState.InvitedToApply)
            stages.Add("invited");
        return new CaseTally(enquiry.ReceivedOn, SourceOf(enquiry), stages);
    }

    /// <summary>One of the answers that can be chosen; what was typed freely might name somebody.</summary>
    private static string SourceOf(Enquiry enquiry) =>
        ChannelWords.HeardFrom.Contains(enquiry.HowHeard ?? "")
            ? enquiry.HowHeard!
            : ChannelWords.Of(enquiry.Channel);
}
