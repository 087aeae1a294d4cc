using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Approvals;

/// <summary>A meeting as lists show it.</summary>
/// <param name="ToDeclare">For a member: items for which they have not declared.</param>
public sealed record MeetingRow(
    Guid Id,
    DateOnly On,
    TimeOnly At,
    string Place,
    bool IsJoint,
    DateOnly PapersDueOn,
    DateOnly? AttendanceOn,
    bool IsCancelled,
    int Items,
    int PapersToSend,
    int ToDeclare
);

/// <summary>An item of an agenda; only its number where this reader does not reach it.</summary>
public sealed record AgendaRow(
    Guid? ItemId,
    int Number,
    string? Reference,
    PanelItemState? State,
    bool? MyConflict,
    bool LateAndOpen
);

/// <summary>Somebody asked to a meeting.</summary>
public sealed record AskedRow(
    Guid AccountId,
    string Name,
    PanelCapacity Capacity,
    bool IsIndependent,
    bool? Present
);

/// <summary>A line of the central list.</summary>
public sealed record ListRow(
    Guid Id,
    Guid AccountId,
    string Name,
    PanelCapacity Capacity,
    bool IsIndependent,
    DateOnly From,
    DateOnly? To
);

/// <summary>A case that can be put on an agenda.</summary>
public sealed record ReadyRow(Guid CaseId, string Reference, DateOnly ReadyOn, DateOnly? DueOn);

/// <summary>Something the adviser has to do, with its date.</summary>
public sealed record DueRow(
    Guid ItemId,
    string Title,
    string Reference,
    DateOnly DueOn,
    string RuleId,
    string Why
);

/// <summary>A meeting with its agenda and its people.</summary>
public sealed record MeetingPage(
    PanelMeeting Meeting,
    IReadOnlyList<AgendaRow> Agenda,
    IReadOnlyList<AskedRow> Asked
)
{
    /// <summary>Who came cannot change any more once panel has recommended.</summary>
    public bool AttendanceStands => Agenda.Any(a => a.State == PanelItemState.Heard);
}

/// <summary>An item with everything its page shows.</summary>
public sealed record ItemPage(
    PanelItem Item,
    PanelMeeting Meeting,
    string Reference,
    IReadOnlyList<Seat> Seats,
    IReadOnlyList<Recommendation> Recommendations,
    Minutes? Minutes,
    IReadOnlyList<MinutesCorrection> Corrections,
    Applications.ApplicationState ApplicationState,
    bool Restricted,
    IReadOnlyList<Guid> Hearers
)
{
    /// <summary>What panel says now; entries before it were put right.</summary>
    public Recommendation? Recommendation => Recommendations is [.., var last] ? last : null;

    /// <summary>Until the decision maker has decided, what is wrong can be put right by a further entry.</summary>
    public bool MayBeCorrected =>
        Item.State == PanelItemState.Heard
        && ApplicationState
            is Applications.ApplicationState.ReadyForPanel
                or Applications.ApplicationState.PanelRecommended
                or Applications.ApplicationState.AwaitingDecision;

    /// <summary>The reader's own declaration; null where they have not declared or need not.</summary>
    public bool? ConflictOf(Actor actor) =>
        Seats.FirstOrDefault(s => s.AccountId == actor.AccountId)?.Conflict;

    /// <summary>
    /// Whether this reader may open the papers: the adviser always, members from sending until the minutes are signed
    /// and only after declaring that they have no conflict (R-PANEL-14).
    /// </summary>
    public bool PapersOpenTo(Actor actor) =>
        actor.Is(Role.PanelAdviser)
        || (
            Item.State is PanelItemState.PapersSent or PanelItemState.Heard
            && Minutes?.SignedOn is null
            && ConflictOf(actor) == false
        );
}
