using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Approvals;

/// <summary>What this actor can do next with an item, the next step first.</summary>
public static class ItemActions
{
    public static IReadOnlyList<CaseAction> For(
        ItemPage page,
        Actor actor,
        ApplicationState application
    )
    {
        var at = $"/panel/items/{page.Item.Id}";
        var actions = new List<CaseAction>();
        void Offer(bool when, string text, string path, bool next = false)
        {
            if (when)
                actions.Add(new CaseAction(text, path, next));
        }
        bool Can(PanelItemVerb verb) =>
            PanelItemMachine.Table.Against(page.Item.State, verb, actor.Role).Count == 0;
        bool May(ApplicationVerb verb) =>
            ApplicationMachine.Table.Against(application, verb, actor.Role).Count == 0;
        var member = actor.Is(Role.PanelMember, Role.PanelChair);
        var open = PanelItemMachine.Open.Contains(page.Item.State);
        var late = page.Item.PapersLate && page.Item.LatePapersAcceptedOn is null;
        var written = page.Item.State is PanelItemState.Heard or PanelItemState.Deferred;
        var signed = page.Minutes?.SignedOn is not null;

        Offer(
            member && open,
            "Declare a conflict of interest, or none",
            $"{at}/declare",
            page.ConflictOf(actor) is null
        );
        Offer(
            page.Restricted && open && actor.Is(Role.PanelAdviser),
            "Name who hears this restricted case",
            $"{at}/hearers",
            page.Hearers.Count == 0
        );
        Offer(
            Can(PanelItemVerb.SendPapers),
            "Send the papers",
            $"{at}/send-papers",
            page.Hearers.Count > 0
        );
        Offer(
            late && Can(PanelItemVerb.AcceptLatePapers),
            "Accept the late papers",
            $"{at}/late-papers",
            true
        );
        Offer(
            Can(PanelItemVerb.Hear),
            "Record the recommendation",
            $"{at}/recommendation",
            !late && !member
        );
        Offer(Can(PanelItemVerb.Defer), "Defer the item", $"{at}/defer");
        Offer(Can(PanelItemVerb.TakeOff), "Take the item off the agenda", $"{at}/take-off");
        Offer(
            written && !signed && actor.Is(Role.PanelAdviser),
            "Write the minutes",
            $"{at}/minutes",
            page.Minutes?.FinalOn is null
        );
        Offer(
            written && !signed && page.Minutes?.FinalOn is not null && actor.Is(Role.PanelChair),
            "Sign the minutes",
            $"{at}/minutes/sign",
            true
        );
        Offer(
            page is { MayBeCorrected: true, Recommendation: not null }
                && actor.Is(Role.PanelAdviser),
            "Correct the recommendation",
            $"{at}/recommendation/correct"
        );
        Offer(
            page.MayBeCorrected && signed && actor.Is(Role.PanelAdviser),
            "Correct the minutes",
            $"{at}/minutes/correct"
        );
        Offer(
            page.Item.State == PanelItemState.Deferred && May(ApplicationVerb.Relist),
            "Put the case back to panel",
            $"{at}/relist",
            true
        );
        Offer(
            page.Item.State == PanelItemState.Heard
                && signed
                && actor.Is(Role.PanelAdviser)
                && May(ApplicationVerb.SendToDecisionMaker),
            "Send to the decision maker",
            $"{at}/send-to-decision",
            true
        );
        Offer(
            page.Item.State == PanelItemState.Heard
                && signed
                && actor.Is(Role.TeamManager)
                && May(ApplicationVerb.SendToDecisionMaker),
            "Record an earlier day on which the papers reached the decision maker",
            $"/staff/cases/{page.Item.CaseId}/papers-arrived"
        );
        return actions;
    }
}
