using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Approvals.PanelItemState;

namespace Foster.Web.Features.Approvals;

/// <summary>Where an item of an agenda stands.</summary>
public enum PanelItemState
{
    Listed,
    PapersSent,
    Heard,
    Deferred,
    Removed,
}

/// <summary>What people do to an item.</summary>
public enum PanelItemVerb
{
    SendPapers,
    AcceptLatePapers,
    Hear,
    Defer,
    TakeOff,
}

/// <summary>The state table of an item on panel's agenda.</summary>
public static class PanelItemMachine
{
    /// <summary>States in which the item is still to be heard.</summary>
    public static IReadOnlyList<PanelItemState> Open { get; } = [Listed, PapersSent];

    public static StateMachine<PanelItemState, PanelItemVerb> Table { get; } =
        new(
            "Panel item",
            Words,
            Words,
            Row(
                "R-PANEL-08",
                PanelItemVerb.SendPapers,
                [Listed],
                PapersSent,
                "The pack is complete and panel is asked",
                Role.PanelAdviser
            ),
            Row(
                "R-PANEL-08",
                PanelItemVerb.AcceptLatePapers,
                [PapersSent],
                null,
                "The papers went out late; reasons",
                Role.PanelChair
            ),
            Row(
                "R-PANEL-12",
                PanelItemVerb.Hear,
                [PapersSent],
                Heard,
                "Quorate, nobody in conflict, papers in time or accepted, reasons",
                Role.PanelAdviser,
                Role.PanelChair
            ),
            Row(
                "R-PANEL-13",
                PanelItemVerb.Defer,
                Open,
                Deferred,
                "What is needed and a target date",
                Role.PanelAdviser,
                Role.PanelChair
            ),
            Row(
                "T-APP-10",
                PanelItemVerb.TakeOff,
                Open,
                Removed,
                "Reasons",
                Role.PanelAdviser,
                Role.System
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(PanelItemState state) =>
        state switch
        {
            Listed => "on the agenda and its papers are not sent",
            PapersSent => "on the agenda with its papers sent",
            Heard => "heard",
            Deferred => "deferred",
            _ => "taken off the agenda",
        };

    /// <summary>A state by itself, for tags.</summary>
    public static string Title(PanelItemState state) =>
        state switch
        {
            Listed => "Papers not sent",
            PapersSent => "Papers sent",
            Heard => "Heard",
            Deferred => "Deferred",
            _ => "Taken off",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(PanelItemVerb verb) =>
        verb switch
        {
            PanelItemVerb.SendPapers => "send the papers",
            PanelItemVerb.AcceptLatePapers => "accept late papers",
            PanelItemVerb.Hear => "record a recommendation",
            PanelItemVerb.Defer => "defer the item",
            _ => "take the item off the agenda",
        };

    private static Transition<PanelItemState, PanelItemVerb> Row(
        string rule,
        PanelItemVerb verb,
        IReadOnlyList<PanelItemState> from,
        PanelItemState? to,
        string guard,
        params Role[] by
    ) => new(rule, verb, from, to, by, guard);
}
