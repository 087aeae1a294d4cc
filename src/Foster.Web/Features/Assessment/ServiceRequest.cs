using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

/// <summary>What a former service is asked for.</summary>
public enum ServiceRequestKind
{
    /// <summary>Access to its records (R-TRF-06).</summary>
    Records,

    /// <summary>A reference that the law does not ask for; the one it does ask for is the check CHK-11.</summary>
    Reference,
}

public enum ServiceRequestState
{
    Sent,
    Received,
    Refused,
}

public enum ServiceRequestVerb
{
    Chase,
    Receive,
    Refuse,
}

/// <summary>A request to the service that approved an applicant before (R-TRF-06, R-TRF-07).</summary>
public sealed class ServiceRequest : ICaseOwned, IVersioned
{
    private static readonly Role[] Workers = [Role.Assessor, Role.TeamManager];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PreviousApprovalId { get; init; }

    /// <summary>Whom it is about.</summary>
    public required Guid PersonId { get; init; }
    public required ServiceRequestKind Kind { get; init; }
    public ServiceRequestState State { get; private set; } = ServiceRequestState.Sent;
    public required DateOnly SentOn { get; init; }

    /// <summary>The day on which the signed consent was seen.</summary>
    public required DateOnly ConsentSeenOn { get; init; }
    public int Chases { get; private set; }
    public DateOnly? ChasedOn { get; private set; }

    /// <summary>The day of the answer, whatever it was.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Which document came, or why it was refused.</summary>
    public string? Note { get; private set; }
    public uint Version { get; set; }

    /// <summary>The clock that runs until the answer.</summary>
    public DeadlineLine Line =>
        Kind == ServiceRequestKind.Records
            ? DeadlineRules.RecordsAccess
            : DeadlineRules.FormerServiceReference;

    /// <summary>The consent that it needs: access to records has words of its own (R-APP-05, R-TRF-06).</summary>
    public static string ConsentTo(ServiceRequestKind kind) =>
        kind == ServiceRequestKind.Records
            ? ConsentWordings.FormerRecords
            : ConsentWordings.FormerService;

    public static StateMachine<ServiceRequestState, ServiceRequestVerb> Table { get; } =
        new(
            "Request to a former service",
            Words,
            Words,
            new(
                "R-TRF-06",
                ServiceRequestVerb.Chase,
                [ServiceRequestState.Sent],
                null,
                Workers,
                "It was sent and is not answered"
            ),
            new(
                "R-TRF-06",
                ServiceRequestVerb.Receive,
                [ServiceRequestState.Sent, ServiceRequestState.Refused],
                ServiceRequestState.Received,
                Workers,
                "The day, and which document came"
            ),
            new(
                "R-TRF-06",
                ServiceRequestVerb.Refuse,
                [ServiceRequestState.Sent],
                ServiceRequestState.Refused,
                Workers,
                "What the other service says, in 20 characters or more"
            )
        );

    public Result Chase(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            ServiceRequestVerb.Chase,
            actor,
            [.. against, .. NotBefore(on)],
            () => (Chases, ChasedOn) = (Chases + 1, on)
        );

    public Result Receive(Actor actor, DateOnly on, string note, IReadOnlyList<Refusal> against) =>
        Move(
            ServiceRequestVerb.Receive,
            actor,
            [.. against, .. NotBefore(on)],
            () => (AnsweredOn, Note) = (on, note)
        );

    public Result Refuse(Actor actor, DateOnly on, string note, IReadOnlyList<Refusal> against) =>
        Move(
            ServiceRequestVerb.Refuse,
            actor,
            [.. against, .. NotBefore(on)],
            () => (AnsweredOn, Note) = (on, note)
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(ServiceRequestState state) =>
        state switch
        {
            ServiceRequestState.Sent => "sent",
            ServiceRequestState.Received => "received",
            _ => "refused",
        };

    /// <summary>A state as it stands in a tag.</summary>
    public static string Tag(ServiceRequestState state) =>
        state switch
        {
            ServiceRequestState.Sent => "Waiting",
            ServiceRequestState.Received => "Received",
            _ => "Refused",
        };

    public static string Words(ServiceRequestKind kind) =>
        kind == ServiceRequestKind.Records ? "Access to records" : "Reference";

    private static string Words(ServiceRequestVerb verb) =>
        verb switch
        {
            ServiceRequestVerb.Chase => "chase this request",
            ServiceRequestVerb.Receive => "record what came",
            _ => "record a refusal",
        };

    private Refusal[] NotBefore(DateOnly on) =>
        on < SentOn
            ? [new Refusal("The date is before the day it was asked for.", "R-VAL-04", "on")]
            : [];

    private Result Move(
        ServiceRequestVerb verb,
        Actor actor,
        IReadOnlyList<Refusal> guards,
        Action stamp
    )
    {
        var against = Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}
