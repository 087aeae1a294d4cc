using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>Who a referee is to the applicant; councils ask for some of each (R-REF-03).</summary>
public enum RefereeKind
{
    Friend,
    Family,
    Employer,
    FormerPartner,
    Other,
}

/// <summary>How a referee was asked.</summary>
public enum RefereeRoute
{
    Email,
    Letter,
    Telephone,
}

/// <summary>Somebody whom an applicant names to speak for them (R-REF-01).</summary>
public sealed class Referee : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The applicant who named them.</summary>
    public required Guid PersonId { get; init; }
    public required string Name { get; set; }
    public RefereeKind Kind { get; set; }

    /// <summary>How they know the applicant, such as friend or neighbour.</summary>
    public required string Relationship { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public string? Address { get; set; }
    public required int YearsKnown { get; set; }

    /// <summary>The applicant has said that this person is 18 or over (R-VAL-03).</summary>
    public bool SaidToBeAdult { get; set; }

    /// <summary>The applicant has said that they are not the one of the same name in the household (R-REF-04).</summary>
    public bool SharesName { get; set; }
    public required DateOnly NominatedOn { get; init; }

    /// <summary>The one in whose place this one was named.</summary>
    public Guid? ReplacesId { get; init; }
    public RefereeState State { get; private set; } = RefereeState.Named;
    public DateOnly? AskedOn { get; private set; }
    public RefereeRoute? AskedBy { get; private set; }

    /// <summary>The day on which a consent on paper was seen, where the application holds none.</summary>
    public DateOnly? ConsentSeenOn { get; private set; }

    /// <summary>The day of the last message to them, by us or for the applicant.</summary>
    public DateOnly? WrittenOn { get; private set; }

    /// <summary>How often they were chased by staff.</summary>
    public int Chases { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Since when somebody else has to be named.</summary>
    public DateOnly? LostOn { get; private set; }

    /// <summary>Why they would rather not, or why they cannot be reached. Never for applicants.</summary>
    public string? LostReason { get; private set; }
    public uint Version { get; set; }

    /// <summary>Still counts among those who can speak for the household.</summary>
    public bool IsLive => RefereeMachine.Live.Contains(State);

    /// <summary>The first word of the name, for messages.</summary>
    public string FirstName => Name.Split(' ', 2)[0];

    public Result Ask(
        Actor actor,
        DateOnly on,
        RefereeRoute route,
        DateOnly? consentSeenOn,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            RefereeVerb.Ask,
            actor,
            against,
            () =>
            {
                (AskedOn, AskedBy, ConsentSeenOn) = (on, route, consentSeenOn);
                (WrittenOn, Chases, LostOn, LostReason) = (on, 0, null, null);
            }
        );

    public Result Chase(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(RefereeVerb.Chase, actor, against, () => (WrittenOn, Chases) = (on, Chases + 1));

    public Result Nudge(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(RefereeVerb.Nudge, actor, against, () => WrittenOn = on);

    public Result Answer(Actor actor, DateOnly on, IReadOnlyList<Refusal> missing) =>
        Move(RefereeVerb.Answer, actor, missing, () => AnsweredOn = on);

    public Result Decline(
        Actor actor,
        DateOnly on,
        string? reason,
        IReadOnlyList<Refusal> against
    ) => Move(RefereeVerb.Decline, actor, against, () => (LostOn, LostReason) = (on, reason));

    public Result GiveUp(Actor actor, DateOnly on, string reason, IReadOnlyList<Refusal> against) =>
        Move(RefereeVerb.GiveUp, actor, against, () => (LostOn, LostReason) = (on, reason));

    public Result Replace(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(RefereeVerb.Replace, actor, against, () => { });

    public Result Interview(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(RefereeVerb.Interview, actor, against, () => { });

    private Result Move(RefereeVerb verb, Actor actor, IReadOnlyList<Refusal> guards, Action stamp)
    {
        var against = RefereeMachine.Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = RefereeMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}
