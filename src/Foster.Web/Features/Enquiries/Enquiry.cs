using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>How an enquiry reached the service (R-ENQ-03).</summary>
public enum Channel
{
    Web,
    Telephone,
    Event,
    Email,
    HubPartner,
    InPerson,
}

/// <summary>
/// Somebody asks about fostering: the first part of a case, until they are invited to apply or it ends. Each verb checks
/// the state table and the guards it is given, and answers with everything that stands against it.
/// </summary>
public sealed partial class Enquiry : ICaseOwned, IVersioned
{
    /// <summary>Where an enquiry stands in the queue when nothing is due.</summary>
    public static readonly DateOnly NothingDue = new(9999, 1, 1);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public EnquiryState State { get; private set; } = EnquiryState.Received;

    /// <summary>Kept beside the state, so that the queue reads one index.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Since when it has stood in the open state in which it is now; null since it arrived.</summary>
    public DateOnly? StateSince { get; private set; }

    /// <summary>The first of the open due dates, copied from them by every act so that the queue reads one index.</summary>
    public DateOnly NextDueOn { get; set; } = NothingDue;

    public required DateTime ReceivedAt { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string ReceivedBy { get; init; }
    public required Channel Channel { get; init; }
    public string? HowHeard { get; init; }

    public bool ConsentToRecord { get; init; }
    public bool Joint { get; internal set; }
    public int? SpareRooms { get; init; }

    /// <summary>The kinds of fostering they asked about, separated by a comma.</summary>
    public string Interests { get; init; } = "";

    /// <summary>They ask about one child whom they already know (R-ENQ-11).</summary>
    public bool KnowsChild { get; init; }

    /// <summary>The service for which they foster now, and whether children are placed with them there (R-ENQ-12).</summary>
    public string? CurrentService { get; init; }
    public bool ChildrenPlaced { get; init; }
    public string? WhenToCall { get; init; }
    public string? AccessNeeds { get; init; }
    public string? HouseholdSummary { get; internal set; }

    /// <summary>Connected with staff, a councillor or a panel member (R-ENQ-13).</summary>
    public bool Connected { get; private set; }
    public string? ConnectionWithWhom { get; private set; }
    public string? PrivacyNoticeVersion { get; private set; }
    public DateTime? PrivacyAcknowledgedAt { get; private set; }

    public DateTime? FirstContactAt { get; private set; }
    public DateOnly? InfoSentOn { get; private set; }
    public string? PackVersion { get; private set; }
    public PackWay? PackWay { get; private set; }
    public DateOnly? EoiOn { get; private set; }
    public string? EoiBy { get; private set; }
    public DateOnly? VisitDueOn { get; private set; }

    /// <summary>The appointment for the visit.</summary>
    public DateTime? VisitAt { get; private set; }
    public DateOnly? VisitedOn { get; private set; }
    public DateTime? OutcomeAt { get; private set; }
    public string? OutcomeBy { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? ReasonCode { get; private set; }

    /// <summary>Why they were lost, in the groups of the national codes; null where nobody asked (M-HUB-08).</summary>
    public LostReason? Lost { get; set; }

    /// <summary>The case of the enquiry that goes on in place of this one.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>How many were merged into this one; two people who merge at once change the same row.</summary>
    public int MergedHere { get; private set; }
    public uint Version { get; set; }

    public void AcknowledgePrivacy(string version, DateTime at) =>
        (PrivacyNoticeVersion, PrivacyAcknowledgedAt) = (version, at);

    /// <summary>An enquiry of the past as a file tells it: it is where it ended from its first day here.</summary>
    public void EndedBefore(EnquiryState state, DateTime at, DateOnly on, string reasonCode)
    {
        State = state;
        IsOpen = false;
        if (state is EnquiryState.Duplicate)
            DoNotCount(Enquiries.NotCounted.Duplicate);
        Close(at, on, reasonCode);
    }

    public void Connect(string? withWhom) => (Connected, ConnectionWithWhom) = (true, withWhom);

    /// <summary>They were spoken with; the first time counts as first contact.</summary>
    public Result LogContact(Actor actor, DateTime at, IReadOnlyList<Refusal> against) =>
        Move(
            EnquiryVerb.LogContact,
            actor,
            [.. against, .. NotBefore(at < ReceivedMinute, "the enquiry arrived", "on")],
            London.DateOf(at),
            () => FirstContactAt ??= at
        );

    public Result LogAttempt(Actor actor, DateTime at, IReadOnlyList<Refusal> against) =>
        Move(
            EnquiryVerb.LogAttempt,
            actor,
            [.. against, .. NotBefore(at < ReceivedMinute, "the enquiry arrived", "on")],
            London.DateOf(at),
            () => { }
        );

    public Result SendPack(
        Actor actor,
        string version,
        PackWay way,
        DateOnly on,
        DateOnly? contactedOn,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            EnquiryVerb.SendPack,
            actor,
            [.. against, .. NotBefore(on < contactedOn, "the first contact", "on")],
            on,
            () => (InfoSentOn, PackVersion, PackWay) = (on, version, way)
        );

    public Result ExpressInterest(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            EnquiryVerb.ExpressInterest,
            actor,
            [.. against, .. NotBefore(on < InfoSentOn, "the pack was sent", "on")],
            on,
            () =>
                (EoiOn, EoiBy, VisitDueOn) = (
                    on,
                    actor.OnBehalfOf is { } whom ? $"{actor.Name} for {whom}" : actor.Name,
                    null
                )
        );

    /// <summary>The day by which the visit is due, as its deadline says.</summary>
    public void ExpectVisit(DateOnly dueOn) => VisitDueOn = dueOn;

    /// <param name="on">The day on which it was agreed.</param>
    public Result ScheduleVisit(
        Actor actor,
        DateTime at,
        DateOnly on,
        IReadOnlyList<Refusal> against
    ) => Move(EnquiryVerb.ScheduleVisit, actor, against, on, () => VisitAt = at);

    public Result RecordVisit(Actor actor, DateOnly on, IReadOnlyList<Refusal> missing) =>
        Move(
            EnquiryVerb.RecordVisit,
            actor,
            [.. missing, .. NotBefore(on < EoiOn, "the expression of interest", "on")],
            on,
            () => VisitedOn = on
        );

    public Result Invite(Actor actor, DateTime at, IReadOnlyList<Refusal> against) =>
        Move(
            EnquiryVerb.Invite,
            actor,
            against,
            London.DateOf(at),
            () => (OutcomeAt, OutcomeBy) = (at, actor.Name)
        );

    public Result Decline(
        Actor actor,
        DateTime at,
        DateOnly on,
        string reasonCode,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            EnquiryVerb.Decline,
            actor,
            against,
            on,
            () =>
            {
                (OutcomeAt, OutcomeBy) = (at, actor.Name);
                Close(at, on, reasonCode);
            }
        );

    /// <summary>Everything against an act by this role now; empty when it may be tried.</summary>
    public IReadOnlyList<Refusal> Against(EnquiryVerb verb, Role by) =>
        EnquiryMachine.Table.Against(State, verb, by);

    /// <param name="on">The day on which it happened.</param>
    private Result Move(
        EnquiryVerb verb,
        Actor actor,
        IReadOnlyList<Refusal> guards,
        DateOnly on,
        Action stamp
    )
    {
        var against = Against(verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        var to = EnquiryMachine.Table.Row(State, verb, actor.Role).To ?? State;
        // An end leaves the day alone, so that whatever undoes it finds it.
        if (to != State && EnquiryMachine.Open.Contains(to))
            StateSince = on;
        State = to;
        IsOpen = EnquiryMachine.Open.Contains(State);
        stamp();
        return Result.Done;
    }

    /// <summary>People write times to the minute.</summary>
    private DateTime ReceivedMinute =>
        ReceivedAt.AddTicks(-(ReceivedAt.Ticks % TimeSpan.TicksPerMinute));

    private void Close(DateTime at, DateOnly on, string reasonCode) =>
        (ClosedAt, ClosedOn, ReasonCode, NextDueOn) = (at, on, reasonCode, NothingDue);

    /// <summary>Dates stand in order (R-VAL-04).</summary>
    private static Refusal[] NotBefore(bool early, string what, string field) =>
        early ? [new Refusal($"The date is before {what}.", "R-VAL-04", field)] : [];
}
