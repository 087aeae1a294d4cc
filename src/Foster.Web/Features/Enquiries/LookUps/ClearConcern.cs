using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.LookUps;

public sealed record ClearConcernInput(Guid CaseId, string Reasons);

/// <summary>The team manager lets an enquiry go on after a concern; to end it they decline it (R-ENQ-10).</summary>
public sealed class ClearConcern(
    FosterDb db,
    EnquiryAct act,
    CaseReads cases,
    VisitPromise visits,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(ClearConcernInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var standing = await db.Set<LookUp>()
            .Where(l => l.CaseId == input.CaseId)
            .Where(l => l.Outcome == LookUpOutcome.Concern && l.ClearedOn == null)
            .ToListAsync(ct);
        var against = enquiry.Against(EnquiryVerb.ClearConcern, actor.Role).ToList();
        if (standing.Count == 0)
            against.Add(new("No concern stops this enquiry.", "R-ENQ-10"));
        against.AddRange(ReasonRule.Against(input.Reasons, "reasons"));
        if (against.Count > 0)
            return Result.Refused(against);
        foreach (var look in standing)
            look.Clear(clock.Today, actor.Name);
        await deadlines.MeetAsync(enquiry.CaseId, DeadlineRules.EnquiryConcern, clock.Today, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("concern.cleared", "The enquiry goes on after a concern")
            {
                Reason = input.Reasons.Trim(),
                Rules = ["R-ENQ-10", "R-VAL-06"],
            },
            ct
        );
        // Their interest came while it was stopped.
        if (enquiry is { State: EnquiryState.EoiReceived, VisitDueOn: null })
            await visits.MakeAsync(
                enquiry,
                (await cases.ApplicantsAsync(enquiry.CaseId, ct))[0],
                ct
            );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
