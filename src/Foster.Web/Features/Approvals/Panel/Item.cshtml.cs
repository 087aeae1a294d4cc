using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>One item: where it stands, who has declared, what panel said, and what can be done next.</summary>
[Records(AccessKind.Confidential)]
public sealed class ItemModel(ItemPageReads items, DecisionReads decisions, ActorSource actors)
    : PageModel
{
    public ItemPage Shown { get; private set; } = null!;
    public IReadOnlyList<CaseAction> Actions { get; private set; } = [];
    public IReadOnlyList<Refusal> AgainstQuorum { get; private set; } = [];
    public IReadOnlyList<ClockRow> Clocks { get; private set; } = [];
    public bool PapersOpen { get; private set; }
    public bool IsAdviser { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid itemId, CancellationToken ct)
    {
        var actor = actors.Required;
        if (await items.FindAsync(itemId, actor, ct) is not { } shown)
            return NotFound();
        Shown = shown;
        IsAdviser = actor.Is(Role.PanelAdviser);
        PapersOpen = shown.PapersOpenTo(actor);
        Actions = ItemActions.For(shown, actor, shown.ApplicationState);
        if (shown.Meeting.AttendanceOn is not null && shown.Item.State == PanelItemState.PapersSent)
            AgainstQuorum = Quorum.Against(shown.Seats, shown.Meeting.IsJoint);
        Clocks = await decisions.ClocksAsync(
            shown.Item.CaseId,
            ct,
            Foundation.Clock.DeadlineRules.PanelPapers,
            Foundation.Clock.DeadlineRules.PanelMinutes,
            Foundation.Clock.DeadlineRules.PanelRecommendation
        );
        return Page();
    }
}
