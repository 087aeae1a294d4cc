using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Where finance officers begin: what is paid now, by what it is measured, and what waits for somebody.</summary>
public sealed class OverviewModel(
    ScheduleReads schedules,
    MinimumReads minimums,
    MinimumDue due,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public ScheduleLine? Now { get; private set; }

    public ScheduleLine? Coming { get; private set; }

    public IReadOnlyList<ScheduleLine> Drafts { get; private set; } = [];

    /// <summary>Tables of the national minimum that wait for a second person.</summary>
    public IReadOnlyList<MinimumLine> Tables { get; private set; } = [];

    public WorkNotice? Notice { get; private set; }

    /// <summary>The table by which what is paid today is measured.</summary>
    public MinimumTable? Minimum { get; private set; }

    /// <summary>The year of today; each night is measured by its own (M-NMA-05).</summary>
    public TaxYear Year => TaxYear.Of(clock.Today);

    public bool StandsIn => Minimum is { } table && table.Year != Year;

    /// <summary>Bands in which what is paid today is below it.</summary>
    public IReadOnlyList<Shortfall> Below { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Now, Coming, Drafts) = await schedules.StandAsync(ct);
        Tables = await minimums.WaitingAsync(ct);
        Notice = await due.OfAsync(actors.Required, clock.Today, ct);
        if (Now is not { } now || await schedules.FindAsync(now.Id, ct) is not { } sheet)
            return;
        var tables = await minimums.TablesAsync(actors.Required.CouncilId, ct);
        Minimum = tables.For(Year, now.Region);
        if (Minimum is { } table)
            Below = NationalMinimum.Against(table, sheet.Card.Allowances);
    }
}
