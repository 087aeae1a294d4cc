using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Carers.Staff;

/// <summary>One household of carers: approval, agreement, supervisor and dates.</summary>
[ForRoles(Role.SupervisingSocialWorker, Role.TeamManager, Role.PanelAdviser)]
public sealed class CarersModel(CarerReads carers, ActorSource actors, LondonClock clock)
    : PageModel
{
    public CarerHousehold Household { get; private set; } = null!;
    public IReadOnlyList<CarerDate> Dates { get; private set; } = [];
    public IReadOnlyList<CaseAction> Actions { get; private set; } = [];

    public int DaysLeft(CarerDate date) => date.DueOn.DayNumber - clock.Today.DayNumber;

    /// <summary>Whose date it is, where it is not the household's.</summary>
    public string TitleOf(CarerDate date) =>
        Household.Carers.FirstOrDefault(c => c.ApprovalId == date.SubjectId) is { } carer
        && Household.Carers.Count > 1
            ? $"{date.Title}: {carer.Name}"
            : date.Title;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await carers.FindAsync(caseId, ct) is not { } household)
            return NotFound();
        Household = household;
        Dates = await carers.DatesForStaffAsync(household, ct);
        Actions =
        [
            .. CarerSection
                .Actions(household, actors.Required)
                .Where(a => a.Href != CarerLinks.Of(caseId)),
        ];
        return Page();
    }
}
