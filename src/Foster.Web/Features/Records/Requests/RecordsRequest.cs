using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records.Requests;

/// <summary>What another service asks us for.</summary>
public enum RequestFor
{
    /// <summary>Access to our records of somebody (R-TRF-06).</summary>
    Records,

    /// <summary>A written reference of somebody whom we approved (R-TRF-05).</summary>
    Reference,
}

/// <summary>What the person is to us.</summary>
public enum RequestAbout
{
    Carer,
    FormerCarer,
    Applicant,
}

/// <summary>Why a request is refused.</summary>
public enum RequestRefusal
{
    NoConsent,
    NotOurs,
    NotEntitled,
    Withdrawn,
    Other,
}

/// <summary>
/// Another service, or an adoption agency, asks for our records of somebody who agreed to it, or for a reference. The
/// duty is ours as theirs is towards us (R-TRF-06).
/// </summary>
public sealed class RecordsRequest : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public RequestState State { get; private set; } = RequestState.Received;

    /// <summary>Kept beside the state, so that the list reads one index.</summary>
    public bool IsOpen { get; private set; } = true;
    public required RequestFor For { get; init; }
    public required RequestAbout About { get; init; }

    /// <summary>Who asks, and how to reach them.</summary>
    public required string Service { get; init; }
    public required string Contact { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>As its deadline says.</summary>
    public required DateOnly DueOn { get; init; }
    public required string EnteredBy { get; init; }

    /// <summary>What was asked and where the letter is kept.</summary>
    public string? Evidence { get; init; }
    public DateOnly? ConsentAskedOn { get; private set; }
    public DateOnly? ConsentSeenOn { get; private set; }
    public DateOnly? SentOn { get; private set; }

    /// <summary>What was given, and how.</summary>
    public string? SentWhat { get; private set; }
    public DateOnly? RefusedOn { get; private set; }
    public RequestRefusal? RefusalCode { get; private set; }
    public string? RefusalReason { get; private set; }
    public string? EndedBy { get; private set; }
    public uint Version { get; set; }

    public IReadOnlyList<Refusal> Against(RequestVerb verb, Role role) =>
        RequestMachine.Table.Against(State, verb, role);

    /// <summary>The consent that came with the request.</summary>
    public void CameWithConsent(DateOnly seenOn) => ConsentSeenOn = seenOn;

    public Result AskConsent(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            RequestVerb.AskConsent,
            actor,
            [.. against, .. NotBefore(on)],
            () => ConsentAskedOn = on
        );

    public Result SeeConsent(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(RequestVerb.SeeConsent, actor, against, () => ConsentSeenOn = on);

    public Result Send(Actor actor, DateOnly on, string what, IReadOnlyList<Refusal> against) =>
        Move(
            RequestVerb.Send,
            actor,
            [.. against, .. NotBefore(on), .. AgainstUnseen()],
            () =>
            {
                (SentOn, SentWhat, EndedBy) = (on, what, actor.Name);
                IsOpen = false;
            }
        );

    public Result Refuse(
        Actor actor,
        DateOnly on,
        RequestRefusal? code,
        string reason,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            RequestVerb.Refuse,
            actor,
            [.. against, .. NotBefore(on)],
            () =>
            {
                (RefusedOn, RefusalCode, RefusalReason, EndedBy) = (on, code, reason, actor.Name);
                IsOpen = false;
            }
        );

    /// <summary>Records go nowhere without the consent of whom they are about (R-TRF-06, R-REC-07).</summary>
    private Refusal[] AgainstUnseen() =>
        ConsentSeenOn is null
            ?
            [
                new Refusal(
                    "Their consent has not been seen yet. Ask for it, and record the day on which you saw it.",
                    "R-TRF-06"
                ),
            ]
            : [];

    private Refusal[] NotBefore(DateOnly on) =>
        on < ReceivedOn
            ? [new Refusal("The date is before the request was received.", "R-VAL-04", "on")]
            : [];

    private Result Move(RequestVerb verb, Actor actor, IReadOnlyList<Refusal> guards, Action stamp)
    {
        var against = Against(verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = RequestMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}
