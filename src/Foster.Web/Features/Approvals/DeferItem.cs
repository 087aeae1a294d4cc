using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <param name="Code">One of PanelWords.DeferCodes.</param>
/// <param name="Actions">What is needed before panel can recommend.</param>
/// <param name="TargetOn">When panel means to hear it again.</param>
public sealed record DeferItemInput(
    Guid ItemId,
    string Code,
    string Reasons,
    string Actions,
    DateOnly TargetOn
);

/// <summary>Panel puts an item off (T-APP-12). It is no decision, and the eight months run on (R-PANEL-13).</summary>
public sealed class DeferItem(
    FosterDb db,
    ItemReads items,
    DutyReads duties,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(DeferItemInput input, Actor actor, CancellationToken ct)
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, application))
            return Result.Refused("This item is not open to you.");
        var against = new List<Refusal>(await duties.AgainstAdvisingAsync(item.CaseId, actor, ct));
        against.AddRange(Against(input));
        var on = meeting.On < clock.Today ? meeting.On : clock.Today;
        var itemAgainst = PanelItemMachine.Table.Against(
            item.State,
            PanelItemVerb.Defer,
            actor.Role
        );
        if (itemAgainst.Count > 0)
            return Result.Refused([.. itemAgainst, .. against]);
        var from = application.State;
        var moved = application.Defer(actor, against);
        if (!moved.Ok)
            return moved;
        item.Defer(actor, on, []);
        db.Add(
            new Recommendation
            {
                CouncilId = actor.CouncilId,
                CaseId = item.CaseId,
                ItemId = item.Id,
                Outcome = RecommendationOutcome.Defer,
                On = on,
                Reasons = input.Reasons.Trim(),
                DeferCode = input.Code,
                Actions = input.Actions.Trim(),
                TargetOn = input.TargetOn,
                RecordedAt = clock.Now,
                RecordedById = actor.AccountId,
                RecordedBy = actor.Name,
            }
        );
        await ClocksAsync(item, meeting, actor, ct);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.deferred",
                $"Deferred to {BritishDate.Long(input.TargetOn)}: {PanelWords.Label(PanelWords.DeferCodes, input.Code)}"
            )
            {
                OccurredOn = on,
                From = from,
                To = ApplicationState.PanelDeferred,
                ForApplicant =
                    $"Panel needs more before it can recommend. It means to hear your application again by {BritishDate.Long(input.TargetOn)}.",
                ReasonCode = input.Code,
                Reason = input.Reasons,
                Rules = ["T-APP-12", "R-PANEL-13", "R-VAL-06"],
                Payload = new { input.Actions, input.TargetOn },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task ClocksAsync(
        PanelItem item,
        PanelMeeting meeting,
        Actor actor,
        CancellationToken ct
    )
    {
        await deadlines.CancelAsync(
            item.CaseId,
            DeadlineRules.PanelPapers,
            "The item was deferred.",
            ct,
            item.Id
        );
        if (meeting.On <= clock.Today)
            await deadlines.OpenAsync(
                actor.CouncilId,
                item.CaseId,
                item.Id,
                DeadlineRules.PanelMinutes,
                meeting.On,
                Role.PanelAdviser,
                ct
            );
    }

    private List<Refusal> Against(DeferItemInput input)
    {
        var against = new List<Refusal>(Reasons.Against(input.Reasons));
        if (PanelWords.DeferCodes.All(c => c.Value != input.Code))
            against.Add(new Refusal("Choose why the item is deferred.", "R-VAL-06", "code"));
        if (string.IsNullOrWhiteSpace(input.Actions))
            against.Add(new Refusal("Say what is needed.", "R-PANEL-13", "actions"));
        if (input.TargetOn <= clock.Today)
            against.Add(
                new Refusal("The target date must be in the future.", "R-PANEL-13", "target")
            );
        return against;
    }
}
