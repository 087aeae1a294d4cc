using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>How to reach each council's fostering team.</summary>
public sealed class ContactModel(CouncilDirectory councils) : PageModel
{
    public IReadOnlyList<Council> Councils { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Councils = await councils.AllAsync(ct);
}
