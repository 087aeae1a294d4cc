using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Connected;

/// <summary>How a connected case ended without an approval of ours.</summary>
public enum ConnectedEnd
{
    FamilyWithdrew,
    OtherPlan,
    PrivateFostering,
    OtherCouncil,
    NotSuitable,
}

/// <summary>
/// A family asked about one child whom they know. Their case is one of its own beside the enquiry, and the team manager
/// owns it (R-ENQ-11).
/// </summary>
public sealed class ConnectedReferral : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The case in which they asked.</summary>
    public required Guid EnquiryCaseId { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public ConnectedState State { get; private set; } = ConnectedState.New;

    /// <summary>When somebody first spoke with them.</summary>
    public DateOnly? ContactedOn { get; private set; }

    /// <summary>What stands for the child in our records; never a name (R-VAL-07).</summary>
    public string? ChildReference { get; private set; }

    /// <summary>The child lives with them already.</summary>
    public bool? LivesThere { get; private set; }
    public DateOnly? AssessingSince { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public ConnectedEnd? End { get; private set; }
    public uint Version { get; set; }

    public Result LogContact(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ConnectedVerb.LogContact,
            actor,
            [.. against, .. BeforeAsked(on)],
            () => ContactedOn ??= on
        );

    public Result LogAttempt(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(ConnectedVerb.LogAttempt, actor, [.. against, .. BeforeAsked(on)], () => { });

    public Result GoOn(Actor actor, string childReference, bool livesThere, DateOnly on) =>
        Move(
            ConnectedVerb.GoOn,
            actor,
            ChildReferences.Against(childReference),
            () =>
                (ChildReference, LivesThere, AssessingSince) = (
                    childReference.Trim().ToUpperInvariant(),
                    livesThere,
                    on
                )
        );

    public Result Return(Actor actor, string reasons, DateOnly on) =>
        Move(ConnectedVerb.Return, actor, TooShort(reasons), () => EndedOn = on);

    public Result Finish(Actor actor, ConnectedEnd how, string reasons, DateOnly on) =>
        Move(ConnectedVerb.End, actor, TooShort(reasons), () => (EndedOn, End) = (on, how));

    /// <summary>They say themselves that they do not want to go on, and need not say why (T-ENQ-10).</summary>
    public Result Withdraw(Actor actor, DateOnly on) =>
        Move(
            ConnectedVerb.Withdraw,
            actor,
            [],
            () => (EndedOn, End) = (on, ConnectedEnd.FamilyWithdrew)
        );

    public IReadOnlyList<Refusal> Against(ConnectedVerb verb, Role by) =>
        ConnectedMachine.Table.Against(State, verb, by);

    private Result Move(
        ConnectedVerb verb,
        Actor actor,
        IReadOnlyList<Refusal> guards,
        Action stamp
    )
    {
        var against = Against(verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = ConnectedMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }

    private Refusal[] BeforeAsked(DateOnly on) =>
        on < OpenedOn ? [new Refusal("The date is before they asked.", "R-VAL-04", "on")] : [];

    private static IReadOnlyList<Refusal> TooShort(string reasons) =>
        ReasonRule.Against(reasons, "reasons");
}
