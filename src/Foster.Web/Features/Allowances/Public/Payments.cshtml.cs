using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Public;

/// <summary>What each council has published about payments now, and what holds everywhere.</summary>
public sealed class PaymentsModel(CouncilDirectory councils) : PageModel
{
    public IReadOnlyList<Council> Councils { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Councils = await councils.AllAsync(ct);
}
