using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The national minimum of one year, where it was read, and everything that was entered for it.</summary>
public sealed class MinimumYearModel(MinimumReads minimums, ActorSource actors, LondonClock clock)
    : PageModel
{
    public TaxYear Year { get; private set; }

    public MinimumTables Tables { get; private set; } = NationalMinimum.Shipped;

    /// <summary>The table of this very year; null where it is missing.</summary>
    public MinimumTable? Table => Tables.Of(Year);

    /// <summary>What stands in where it is missing.</summary>
    public MinimumTable? StandsIn => Tables.For(Year, Region.RestOfEngland);

    public ListPage<MinimumLine> Found { get; private set; } = new([], null);

    /// <summary>The one that was entered last has no answer yet.</summary>
    public bool Waits => Found.Items is [{ Outcome: null }, ..];

    public bool FurtherOn { get; private set; }

    public bool MayEnter => actors.Required.Is(Role.FinanceOfficer);

    public async Task<IActionResult> OnGetAsync(int year, string? after, CancellationToken ct)
    {
        Year = new TaxYear(year);
        if (!MinimumTerms.YearsOn(clock.Today).Contains(Year))
            return NotFound();
        FurtherOn = after is { Length: > 0 };
        Tables = await minimums.TablesAsync(actors.Required.CouncilId, ct);
        Found = await minimums.PageAsync(Year, after, ct);
        return Page();
    }

    public string Address(string? after = null) =>
        CaseLinks.With(AllowancesLinks.MinimumOf(Year), ("after", after));

    public static (string Text, string Colour) Tag(MinimumStanding standing) =>
        standing switch
        {
            MinimumStanding.Waiting => ("Waits for a second person", "yellow"),
            MinimumStanding.Counts => ("Confirmed, counts now", "green"),
            MinimumStanding.Replaced => ("Replaced", "grey"),
            _ => ("Sent back", "red"),
        };
}
