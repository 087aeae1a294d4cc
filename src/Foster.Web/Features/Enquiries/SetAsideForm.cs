using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Enquiries.SetAsideState;

namespace Foster.Web.Features.Enquiries;

public enum SetAsideKind
{
    Enquiry,
    KeepWarm,
}

public enum SetAsideState
{
    Waiting,
    LetIn,
    Binned,
}

public enum SetAsideVerb
{
    LetIn,
    Bin,
}

/// <summary>
/// A public form that looked as if no person had filled it in. It is kept as it was sent until somebody has looked
/// (R-ENQ-01: nobody who asks is lost), and its sender was told the same as everybody.
/// </summary>
public sealed class SetAsideForm : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The case it becomes when it is let in; promised before, so that its link goes on working.</summary>
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required Guid ApplicantId { get; init; }
    public required string Reference { get; init; }
    public required SetAsideKind Kind { get; init; }
    public SetAsideState State { get; private set; } = Waiting;
    public required DateTime ReceivedAt { get; init; }

    /// <summary>The day by which its sender was promised a call.</summary>
    public required DateOnly PromisedOn { get; init; }
    public required string Name { get; init; }
    public required string Signs { get; init; }

    /// <summary>What was sent, as JSON.</summary>
    public required string Content { get; init; }
    public string? DecidedBy { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>When it was decided; it is kept for a month more.</summary>
    public DateTime? OverAt { get; private set; }
    public uint Version { get; set; }

    public static StateMachine<SetAsideState, SetAsideVerb> Table { get; } =
        new(
            "Form set aside",
            Words,
            Words,
            Row(SetAsideVerb.LetIn, LetIn, "It was sent by a person"),
            Row(SetAsideVerb.Bin, Binned, "With a reason of 20 characters or more")
        );

    public Result Decide(SetAsideVerb verb, Actor actor, DateTime at, string? reason)
    {
        var against = Table.Against(State, verb, actor.Role);
        if (against.Count > 0)
            return Result.Refused([.. against]);
        State = Table.Row(State, verb, actor.Role).To ?? State;
        (DecidedBy, Reason, OverAt) = (actor.Name, reason, at);
        return Result.Done;
    }

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(SetAsideState state) =>
        state switch
        {
            Waiting => "waiting for a look",
            LetIn => "let in",
            _ => "thrown away",
        };

    private static string Words(SetAsideVerb verb) =>
        verb is SetAsideVerb.LetIn ? "let it in" : "throw it away";

    private static Transition<SetAsideState, SetAsideVerb> Row(
        SetAsideVerb verb,
        SetAsideState to,
        string guard
    ) => new("R-ENQ-01", verb, [Waiting], to, [Role.RecruitmentOfficer, Role.TeamManager], guard);
}
