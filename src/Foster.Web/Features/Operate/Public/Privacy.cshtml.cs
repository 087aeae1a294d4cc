using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>The privacy notice of each council, from its own row.</summary>
public sealed class PrivacyModel(CouncilDirectory councils) : PageModel
{
    public IReadOnlyList<Council> Councils { get; private set; } = [];

    /// <summary>The council whose notice is shown; null where there are several and none is chosen.</summary>
    public Council? Chosen { get; private set; }

    public async Task OnGetAsync(string? council, CancellationToken ct)
    {
        Councils = await councils.AllAsync(ct);
        Chosen =
            Councils.Count == 1
                ? Councils[0]
                : Councils.FirstOrDefault(c =>
                    c.Code.Equals(council, StringComparison.OrdinalIgnoreCase)
                );
    }
}
