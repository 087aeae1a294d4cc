using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Admin;

/// <summary>Restricted cases that too few people hold: references and dates.</summary>
public sealed class UnheldModel(UnheldReads unheld, LondonClock clock) : PageModel
{
    public ListPage<UnheldCase> Cases { get; private set; } = new([], null);

    public bool FurtherOn { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        FurtherOn = ListCursor.Read(after) is not null;
        Cases = await unheld.PageAsync(after, ct);
    }
}
