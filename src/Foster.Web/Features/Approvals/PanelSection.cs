using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>Panel on the case page.</summary>
public sealed class PanelSection(FosterDb db, ItemPageReads items) : ICaseSection
{
    public int Order => 40;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!actor.Role.IsStaff())
            return null;
        var state = await db.Set<Application>()
            .Where(a => a.CaseId == caseId)
            .Select(a => (ApplicationState?)a.State)
            .SingleOrDefaultAsync(ct);
        var page = await items.LastOfCaseAsync(caseId, actor, ct);
        if (page is null)
            return state == ApplicationState.ReadyForPanel
                ? new CaseSection("Panel", "Ready, on no agenda yet", [], Ready(caseId, actor))
                : null;
        var facts = new List<CaseFact>
        {
            new("Meeting", BritishDate.Long(page.Meeting.On), Link(page, actor)),
            new("Item", $"{page.Item.Number}: {PanelItemMachine.Title(page.Item.State)}"),
        };
        if (page.Recommendation is { } said)
            facts.Add(new CaseFact("Recommendation", said.Outcome.Title()));
        if (page.Minutes?.SignedOn is { } signed)
            facts.Add(new CaseFact("Minutes signed", BritishDate.Long(signed)));
        return new CaseSection(
            "Panel",
            PanelItemMachine.Title(page.Item.State),
            facts,
            ItemActions.For(page, actor, state ?? page.ApplicationState)
        );
    }

    private static string? Link(ItemPage page, Actor actor) =>
        actor.Is(Role.PanelAdviser) ? $"/panel/items/{page.Item.Id}" : null;

    private static IReadOnlyList<CaseAction> Ready(Guid caseId, Actor actor) =>
        actor.Is(Role.PanelAdviser)
            ? [new CaseAction("Put on an agenda", $"/panel/ready/{caseId}", IsNext: true)]
            : [];
}
