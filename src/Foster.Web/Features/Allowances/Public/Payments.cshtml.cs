using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Public;

/// <summary>
/// What fostering pays: an estimate from what a council has published, or from the national minimum where it has not.
/// It only reads, and everything that is asked stands in the address.
/// </summary>
public sealed class PaymentsModel(
    CouncilDirectory councils,
    PublishedReads published,
    MinimumReads minimums,
    LondonClock clock
) : PageModel, IHasForm
{
    /// <summary>Children that are shown at once; few homes have more.</summary>
    public const int Shown = 2;

    private IReadOnlyList<PublishedRates> rates = [];

    public IReadOnlyList<Council> Councils { get; private set; } = [];

    /// <summary>The council whose payments are asked for.</summary>
    public Council? Council { get; private set; }

    internal EstimateForm Asking { get; private set; } = null!;

    public Form Form => Asking.Form;

    /// <summary>Which council is asked for; the rest of the questions depends on it.</summary>
    public Form Choice { get; private set; } = new();

    public Estimate? Estimate { get; private set; }

    /// <summary>What stands in for the council's own rates.</summary>
    public MinimumTable Minimum { get; private set; } = null!;

    public PublishedRates? Rates => Council is { } council ? RatesOf(council) : null;

    public PublishedRates? RatesOf(Council council) =>
        rates.FirstOrDefault(r => r.CouncilId == council.Id);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Councils = await councils.AllAsync(ct);
        rates = await published.OnAsync(clock.Today, ct);
        var code = Request.Query[EstimateForm.CouncilName].FirstOrDefault();
        Council =
            Councils.FirstOrDefault(c =>
                string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase)
            ) ?? (Councils.Count == 1 ? Councils[0] : null);
        var choice = EstimateForm.CouncilOf(Councils);
        Choice = new Form(choice) { Narrows = true };
        if (Council is { } council)
            Choice.Suggest(choice, EstimateForm.CodeOf(council));
        Asking = new EstimateForm(Rates);
        EstimateQuestion? question = null;
        var anew = EstimateForm.IsAnew(Request.Query, Council);
        // Who has only chosen a council is asked the rest, and is told of no mistake.
        if (EstimateForm.IsAsked(Request.Query) && (!anew || EstimateForm.HasAge(Request.Query)))
            question = Asking.Ask(Request.Query, clock.Today, anew);
        else
            Asking.Begin();
        // What a council has confirmed is its own; who has chosen none sees what comes with Foster.
        var tables =
            Council is { } chosen && Rates is null
                ? await minimums.TablesAsync(chosen.Id, ct)
                : NationalMinimum.Shipped;
        Minimum =
            tables.For(TaxYear.Of(clock.Today), Asking.RegionAsked) ?? NationalMinimum.Tables[0];
        if (question is not null)
            Estimate = Allowances.Estimate.Of(
                question,
                Rates?.Card ?? new RateCard(Minimum.Rates, []),
                clock.Today
            );
    }
}
