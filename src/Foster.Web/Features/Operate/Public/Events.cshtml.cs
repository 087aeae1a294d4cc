using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>Says that no events are published here now, and how to hear of them.</summary>
public sealed class EventsModel(CouncilDirectory councils) : PageModel
{
    public IReadOnlyList<Council> Councils { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Councils = await councils.AllAsync(ct);
}
