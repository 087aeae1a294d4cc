using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>One schedule, measured by the national minimum, with what can be done with it.</summary>
public sealed class SchedulePageModel(
    ScheduleReads schedules,
    MinimumReads minimums,
    ActorSource actors
) : PageModel
{
    public ScheduleSheet Sheet { get; private set; } = null!;

    public ScheduleLine Line => Sheet.Line;

    public TaxYear Year => TaxYear.OfSchedule(Line.ValidFrom);

    /// <summary>The table by which it is measured; of an earlier year where that of its own is not known.</summary>
    public MinimumTable? Minimum { get; private set; }

    public bool IsDraft => Sheet.Standing == ScheduleStanding.Draft;

    public bool MayEnter => actors.Required.Is(Role.FinanceOfficer);

    public bool MayPublish =>
        actors.Required.Is(Role.TeamManager) && actors.Required.AccountId != Line.EnteredById;

    public async Task<IActionResult> OnGetAsync(Guid scheduleId, CancellationToken ct)
    {
        if (await schedules.FindAsync(scheduleId, ct) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        var tables = await minimums.TablesAsync(actors.Required.CouncilId, ct);
        Minimum = tables.For(Year, Line.Region);
        return Page();
    }

    public string MinimumOf(AgeBand band)
    {
        if (Minimum is not { } table)
            return "Not known";
        var missing = table.Rates[band] - Sheet.Card.Allowances[band];
        return missing > Money.Zero
            ? $"{table.Rates[band]}: standard not met, {missing} missing"
            : $"{table.Rates[band]}: met";
    }
}
