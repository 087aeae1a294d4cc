using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Charter.Public;

/// <summary>What each council has published as its charter now.</summary>
public sealed class CharterModel(CouncilDirectory councils) : PageModel
{
    public IReadOnlyList<Council> Councils { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Councils = await councils.AllAsync(ct);
}
