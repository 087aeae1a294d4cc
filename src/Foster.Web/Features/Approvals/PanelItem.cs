using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <summary>For what a case comes to panel.</summary>
public enum PanelItemKind
{
    FirstApproval,
}

/// <summary>A case on the agenda of a meeting.</summary>
public sealed class PanelItem : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid MeetingId { get; init; }

    /// <summary>Its place on the agenda, which is all that a member in conflict sees of it.</summary>
    public required int Number { get; init; }
    public PanelItemKind Kind { get; init; } = PanelItemKind.FirstApproval;
    public PanelItemState State { get; private set; } = PanelItemState.Listed;
    public required DateOnly ListedOn { get; init; }
    public DateOnly? PapersSentOn { get; private set; }
    public bool PapersLate { get; private set; }
    public DateOnly? LatePapersAcceptedOn { get; private set; }
    public string? LatePapersReason { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public uint Version { get; set; }

    /// <summary>True where the papers went out in time, or the chair took them late.</summary>
    public bool PapersStand =>
        PapersSentOn is not null && (!PapersLate || LatePapersAcceptedOn is not null);

    /// <summary>Papers go to members; after the last day for them they are late (R-PANEL-08).</summary>
    public Result SendPapers(
        Actor actor,
        DateOnly on,
        DateOnly dueOn,
        IReadOnlyList<Refusal> missing
    ) =>
        Move(
            PanelItemVerb.SendPapers,
            actor,
            missing,
            () => (PapersSentOn, PapersLate) = (on, on > dueOn)
        );

    /// <summary>The meeting has another date, so papers that went out may be late now, or in time.</summary>
    public void MeetingMoved(DateOnly papersDueOn) =>
        PapersLate = PapersSentOn is { } sent && sent > papersDueOn;

    public Result AcceptLatePapers(Actor actor, DateOnly on, string reason)
    {
        var against = new List<Refusal>(Reasons.Against(reason));
        if (PapersSentOn is not null && !PapersLate)
            against.Add(new Refusal("The papers went out in time.", "R-PANEL-08"));
        if (LatePapersAcceptedOn is not null)
            against.Add(new Refusal("The late papers are accepted already.", "R-PANEL-08"));
        return Move(
            PanelItemVerb.AcceptLatePapers,
            actor,
            against,
            () => (LatePapersAcceptedOn, LatePapersReason) = (on, reason.Trim())
        );
    }

    /// <summary>Panel has heard the item and recommends.</summary>
    public Result Hear(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            PanelItemVerb.Hear,
            actor,
            [
                .. against,
                .. PapersSentOn is null || PapersStand
                    ? []
                    : new[]
                    {
                        new Refusal(
                            "The papers went out late. The chair has to accept them, or the item is deferred.",
                            "R-PANEL-08"
                        ),
                    },
            ],
            () => EndedOn = on
        );

    public Result Defer(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(PanelItemVerb.Defer, actor, against, () => EndedOn = on);

    public Result TakeOff(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(PanelItemVerb.TakeOff, actor, against, () => EndedOn = on);

    private Result Move(
        PanelItemVerb verb,
        Actor actor,
        IReadOnlyList<Refusal> guards,
        Action stamp
    )
    {
        var against = PanelItemMachine.Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = PanelItemMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}

/// <summary>What one member declared for one item, before its papers opened to them (R-PANEL-14).</summary>
public sealed class ItemDeclaration : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ItemId { get; init; }
    public required Guid AccountId { get; init; }
    public bool HasConflict { get; private set; }
    public string? Nature { get; private set; }
    public DateTime DeclaredAt { get; private set; }
    public uint Version { get; set; }

    /// <summary>A conflict can be found late, but is never taken back by the member.</summary>
    public Result Declare(bool hasConflict, string? nature, DateTime at)
    {
        var against = new List<Refusal>();
        if (HasConflict)
            against.Add(
                new Refusal("You have declared a conflict of interest already.", "R-PANEL-14")
            );
        if (hasConflict && string.IsNullOrWhiteSpace(nature))
            against.Add(
                new Refusal("Say what the conflict of interest is.", "R-PANEL-14", "nature")
            );
        if (against.Count > 0)
            return Result.Refused(against);
        (HasConflict, Nature, DeclaredAt) = (hasConflict, hasConflict ? nature!.Trim() : null, at);
        return Result.Done;
    }
}
