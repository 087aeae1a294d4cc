using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

/// <summary>
/// Somebody asks for a copy of what is stored about them (R-DP-08). A records officer reviews what was gathered, somebody
/// else looks a second time, and then the copy is handed out.
/// </summary>
public sealed class SubjectAccess : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public AccessState State { get; private set; } = AccessState.Review;
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>How we know that it is this person who asks.</summary>
    public required string Identity { get; init; }
    public required string OpenedBy { get; init; }

    /// <summary>They asked in their own account, where the copy waits for them once it is approved.</summary>
    public bool IsByOwner { get; init; }
    public DateOnly? ExtendedOn { get; private set; }
    public string? ExtensionReason { get; private set; }
    public Guid? ReviewedById { get; private set; }
    public string? ReviewedBy { get; private set; }
    public DateOnly? ReviewedOn { get; private set; }
    public string? ApprovedBy { get; private set; }
    public DateOnly? ApprovedOn { get; private set; }
    public string? SentBackReason { get; private set; }
    public DateOnly? GivenOn { get; private set; }
    public string? GivenBy { get; private set; }
    public uint Version { get; set; }

    public IReadOnlyList<Refusal> Against(AccessVerb verb, Role role) =>
        AccessMachine.Table.Against(State, verb, role);

    public Result Extend(Actor actor, DateOnly on, string reason, IReadOnlyList<Refusal> against) =>
        Move(
            AccessVerb.Extend,
            actor,
            [
                .. against,
                .. ExtendedOn is null
                    ? []
                    : new[] { new Refusal("The time was extended once already.", "R-DP-08") },
            ],
            () => (ExtendedOn, ExtensionReason) = (on, reason)
        );

    public Result FinishReview(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            AccessVerb.FinishReview,
            actor,
            against,
            () => (ReviewedById, ReviewedBy, ReviewedOn) = (actor.AccountId, actor.Name, on)
        );

    public Result Approve(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            AccessVerb.Approve,
            actor,
            against,
            () => (ApprovedBy, ApprovedOn, SentBackReason) = (actor.Name, on, null)
        );

    public Result SendBack(Actor actor, string reason, IReadOnlyList<Refusal> against) =>
        Move(AccessVerb.SendBack, actor, against, () => SentBackReason = reason);

    public Result Give(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            AccessVerb.Give,
            actor,
            against,
            () => (GivenOn, GivenBy) = (GivenOn ?? on, GivenBy ?? actor.Name)
        );

    public Result Withdraw(Actor actor) =>
        Move(AccessVerb.Withdraw, actor, AgainstOwner(actor), () => { });

    public Result Fetch(Actor actor, DateOnly on) =>
        Move(
            AccessVerb.Fetch,
            actor,
            AgainstOwner(actor),
            () => (GivenOn, GivenBy) = (GivenOn ?? on, GivenBy ?? actor.Name)
        );

    private IReadOnlyList<Refusal> AgainstOwner(Actor actor) =>
        IsByOwner && actor.PersonId == PersonId
            ? []
            : [new Refusal("Only who asked for this copy in their account does that.", "R-DP-08")];

    private Result Move(AccessVerb verb, Actor actor, IReadOnlyList<Refusal> guards, Action stamp)
    {
        var against = Against(verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = AccessMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}

/// <summary>Why a row needs a look before it goes into a copy.</summary>
public enum AccessItemKind
{
    /// <summary>About this person alone.</summary>
    Own,

    /// <summary>About the household: the partner and others may be in it.</summary>
    Shared,

    /// <summary>About somebody else.</summary>
    Others,

    /// <summary>References, third parties and what staff wrote for staff.</summary>
    Confidential,
}

public enum AccessChoice
{
    Undecided,
    Included,
    Withheld,
}

/// <summary>One stored row, by its table and id; what it says is read when it is shown, and stands here nowhere.</summary>
public sealed class SubjectAccessItem : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid AccessId { get; init; }
    public required string Table { get; init; }
    public required Guid RowId { get; init; }
    public required AccessItemKind Kind { get; init; }
    public required AccessChoice Choice { get; set; }
    public string? ReasonCode { get; set; }
    public string? Reason { get; set; }
    public string? DecidedBy { get; set; }
    public uint Version { get; set; }
}
