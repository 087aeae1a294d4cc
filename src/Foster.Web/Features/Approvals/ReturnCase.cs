using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="ToPanel">True for panel, false for the assessment.</param>
/// <param name="Code">One of PanelWords.ReturnCodes.</param>
/// <param name="WaiverReason">Why the seven working days are set aside; null lets them run on (R-ADM-07).</param>
public sealed record ReturnCaseInput(
    Guid CaseId,
    bool ToPanel,
    string Code,
    string Reasons,
    string? WaiverReason
);

/// <summary>The decision maker asks for more before deciding (T-APP-25). That is no decision.</summary>
public sealed class ReturnCase(
    FosterDb db,
    DecisionReads decisions,
    DutyReads duties,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(ReturnCaseInput input, Actor actor, CancellationToken ct)
    {
        if (await decisions.LoadAsync(input.CaseId, ct) is not var (application, item, _))
            return Result.Refused("This case is not open to you.");
        var against = new List<Refusal>(await duties.AgainstDecidingAsync(input.CaseId, actor, ct));
        against.AddRange(Reasons.Against(input.Reasons));
        if (PanelWords.ReturnCodes.All(c => c.Value != input.Code))
            against.Add(new Refusal("Choose why the case is returned.", "R-VAL-06", "code"));
        if (input.WaiverReason is not null)
            against.AddRange(Reasons.Against(input.WaiverReason, "waiver-reason"));
        var from = application.State;
        var moved = input.ToPanel
            ? application.ReturnToPanel(actor, against)
            : application.ReturnToStage2(actor, against);
        if (!moved.Ok)
            return moved;
        db.Add(
            new Decision
            {
                CouncilId = actor.CouncilId,
                CaseId = input.CaseId,
                ItemId = item.Id,
                Outcome = DecisionOutcome.Returned,
                Reasons = input.Reasons.Trim(),
                ReturnCode = input.Code,
                ReturnedToPanel = input.ToPanel,
                DecidedOn = clock.Today,
                RecordedAt = clock.Now,
                DecidedById = actor.AccountId,
                DecidedBy = actor.Name,
            }
        );
        if (input.WaiverReason is { } why)
            await WaiveAsync(input.CaseId, why, actor, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "decision.returned",
                input.ToPanel
                    ? "Returned to panel by the decision maker"
                    : "Returned to assessment by the decision maker"
            )
            {
                From = from,
                To = application.State,
                ForApplicant = "The agency decision maker has asked for more information",
                ReasonCode = input.Code,
                Reason = input.Reasons,
                Rules = ["T-APP-25", "R-ADM-07", "R-VAL-06"],
                Payload = new { Waived = input.WaiverReason is not null },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>Only a waiver on record stops the seven working days.</summary>
    private async Task WaiveAsync(Guid caseId, string why, Actor actor, CancellationToken ct)
    {
        var line = DeadlineRules.DecisionMakerDecision.Key;
        foreach (
            var deadline in await db.Set<Deadline>()
                .Where(d =>
                    d.CaseId == caseId && d.LineKey == line && d.Status == DeadlineStatus.Open
                )
                .ToListAsync(ct)
        )
            deadline.Waive(why, actor.AccountId, clock.Today);
        await history.WriteAsync(
            actor,
            caseId,
            new HistoryNote("decision.clock-waived", "The seven working days were set aside")
            {
                ReasonCode = "returned",
                Reason = why,
                Rules = ["R-ADM-07", "R-VAL-06"],
            },
            ct
        );
    }
}
