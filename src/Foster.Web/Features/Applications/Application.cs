using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>
/// A household's application to foster, from draft to decision. Each verb checks the state table and the guards it is
/// given, and answers with everything that stands against it; the state changes only when nothing does.
/// </summary>
public sealed class Application : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public ApplicationState State { get; private set; } = ApplicationState.Draft;
    public required DateOnly CreatedOn { get; init; }

    /// <summary>The day the service held the application signed by every applicant; starts the eight months (R-APP-02).</summary>
    public DateOnly? ReceivedOn { get; private set; }
    public DateOnly? Stage1StartedOn { get; private set; }
    public DateOnly? Stage1CompleteOn { get; private set; }
    public DateOnly? Stage1DecisionOn { get; private set; }
    public DateOnly? Stage2StartedOn { get; private set; }
    public DateOnly? ReportSharedOn { get; private set; }
    public DateOnly? ReadyOn { get; private set; }
    public DateOnly? RecommendedOn { get; private set; }
    public DateOnly? SentToDecisionOn { get; private set; }
    public DateOnly? ApprovedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedReasonCode { get; private set; }

    /// <summary>The day on which the applicants last said who else lives with them, or that nobody does.</summary>
    public DateOnly? HouseholdAnsweredOn { get; set; }

    /// <summary>When an applicant last sent their part. Two who send at once then notice each other.</summary>
    public DateTime? LastPartSentAt { get; private set; }
    public uint Version { get; set; }

    public bool IsOpen => ApplicationMachine.Open.Contains(State);

    /// <summary>Stage 1 by itself, whatever stage 2 does (R-ASSESS-08).</summary>
    public string Stage1Status =>
        this switch
        {
            { State: ApplicationState.Stage1Unsuccessful } => "Unsuccessful",
            { Stage1DecisionOn: not null } => "Passed",
            { Stage1CompleteOn: not null } => "Complete, decision due",
            { Stage1StartedOn: not null } => "Under way",
            _ => "Not started",
        };

    /// <summary>Stage 2 by itself.</summary>
    public string Stage2Status =>
        this switch
        {
            { ReportSharedOn: not null } => "Report shared",
            { Stage2StartedOn: not null } => "Under way",
            _ => "Not started",
        };

    public void TakePart(DateTime at) => LastPartSentAt = at;

    /// <summary>One of two applicants goes on alone; nothing was received yet (R-APP-06).</summary>
    public Result GoOnAlone(Actor actor, DateTime at, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.GoOnAlone,
            actor,
            against,
            // Whoever sends their part at this moment notices it; and the household is said anew.
            () => (LastPartSentAt, HouseholdAnsweredOn) = (at, null)
        );

    public Result Submit(Actor actor, DateOnly on, IReadOnlyList<Refusal> missing) =>
        Move(ApplicationVerb.Submit, actor, missing, () => ReceivedOn = on);

    public Result DecideToAssess(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.DecideToAssess,
            actor,
            [.. against, .. InOrder(on, ReceivedOn, "the application was received")],
            () => Stage1StartedOn = on
        );

    public Result DeclineToAssess(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(ApplicationVerb.DeclineToAssess, actor, against, () => Close(on, "declined"));

    public Result OpenStage2(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.OpenStage2,
            actor,
            [
                .. against,
                .. Stage2StartedOn is null
                    ? []
                    : new[] { new Refusal("Stage 2 is open already.", "T-APP-04") },
                .. InOrder(on, ReceivedOn, "the application was received"),
            ],
            () => Stage2StartedOn = on
        );

    public Result CompleteStage1(Actor actor, DateOnly on, IReadOnlyList<Refusal> missing) =>
        Move(ApplicationVerb.CompleteStage1, actor, missing, () => Stage1CompleteOn = on);

    public Result PassStage1(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.PassStage1,
            actor,
            [.. against, .. InOrder(on, Stage1CompleteOn, "stage 1 was complete")],
            () => Stage1DecisionOn = on
        );

    public Result RefuseStage1(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.RefuseStage1,
            actor,
            against,
            () =>
            {
                Stage1DecisionOn = on;
                Close(on, "stage1");
            }
        );

    public Result ShareReport(Actor actor, DateOnly on, IReadOnlyList<Refusal> missing) =>
        Move(
            ApplicationVerb.ShareReport,
            actor,
            [
                .. missing,
                .. Stage2StartedOn is not null
                    ? []
                    : new[] { new Refusal("Open stage 2 first.", "T-APP-09") },
            ],
            () => ReportSharedOn = on
        );

    public Result MakeReady(Actor actor, DateOnly on, IReadOnlyList<Refusal> missing) =>
        Move(ApplicationVerb.MakeReady, actor, missing, () => ReadyOn = on);

    public Result Recommend(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.Recommend,
            actor,
            [.. against, .. InOrder(on, ReportSharedOn, "the report was shared")],
            () => RecommendedOn = on
        );

    public Result Defer(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(ApplicationVerb.Defer, actor, against, () => { });

    public Result Relist(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(ApplicationVerb.Relist, actor, against, () => { });

    public Result SendToDecisionMaker(Actor actor, DateOnly on, IReadOnlyList<Refusal> missing) =>
        Move(ApplicationVerb.SendToDecisionMaker, actor, missing, () => SentToDecisionOn = on);

    public Result Approve(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.Approve,
            actor,
            [.. against, .. InOrder(on, RecommendedOn, "panel recommended")],
            () => ApprovedOn = on
        );

    /// <summary>Back to the assessor, who shares a revised report afterwards.</summary>
    public Result ReturnToStage2(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.ReturnToStage2,
            actor,
            against,
            () => ReportSharedOn = ReadyOn = RecommendedOn = SentToDecisionOn = null
        );

    /// <summary>Back to panel with the same report.</summary>
    public Result ReturnToPanel(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(
            ApplicationVerb.ReturnToPanel,
            actor,
            against,
            () => RecommendedOn = SentToDecisionOn = null
        );

    public Result Withdraw(
        Actor actor,
        DateOnly on,
        string reasonCode,
        IReadOnlyList<Refusal> against
    ) => Move(ApplicationVerb.Withdraw, actor, against, () => Close(on, reasonCode));

    private Result Move(
        ApplicationVerb verb,
        Actor actor,
        IReadOnlyList<Refusal> guards,
        Action stamp
    )
    {
        var against = ApplicationMachine.Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = ApplicationMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }

    private void Close(DateOnly on, string reasonCode)
    {
        ClosedOn = on;
        ClosedReasonCode = reasonCode;
    }

    /// <summary>Dates stand in order (R-VAL-04).</summary>
    private static Refusal[] InOrder(DateOnly on, DateOnly? earlier, string what) =>
        earlier is { } first && on < first
            ? [new Refusal($"The date is before the day {what}.", "R-VAL-04", "on")]
            : [];
}
