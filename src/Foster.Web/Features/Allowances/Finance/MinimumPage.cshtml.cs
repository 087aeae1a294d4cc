using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>One table as somebody entered it, beside what counts now, with what can be done with it.</summary>
public sealed class MinimumPageModel(MinimumReads minimums, ActorSource actors) : PageModel
{
    public MinimumSheet Sheet { get; private set; } = null!;

    public MinimumLine Line => Sheet.Line;

    public bool IsWaiting => Sheet.Standing == MinimumStanding.Waiting;

    public bool IsOwn => actors.Required.AccountId == Line.EnteredById;

    public bool MayDecide => IsWaiting && !IsOwn && actors.Required.Is(Role.TeamManager);

    public bool MayEnter => actors.Required.Is(Role.FinanceOfficer);

    /// <summary>By what somebody who compares sees slips of the hand: the table that counts for the year, or the one before.</summary>
    public MinimumTable? Beside(Region region) =>
        IsWaiting ? Sheet.Tables.For(Line.Table, region) : null;

    public MinimumGrid Grid =>
        new($"Pounds a week for each child, {Line.Table}", Sheet.Rates, Beside);

    public async Task<IActionResult> OnGetAsync(Guid minimumEntryId, CancellationToken ct)
    {
        if (
            await minimums.FindAsync(minimumEntryId, actors.Required.CouncilId, ct) is not { } sheet
        )
            return NotFound();
        Sheet = sheet;
        return Page();
    }
}
