using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>The e-mails of the demonstration, so that their links can be followed without a mail server.</summary>
public sealed class DemoMessagesModel(DemoReads reads, DemoOptions demo) : PageModel
{
    public IReadOnlyList<DemoMessage> Messages { get; private set; } = [];

    public string? Next { get; private set; }

    public bool FurtherOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken ct)
    {
        if (!demo.Enabled)
            return NotFound();
        FurtherOn = before is not null;
        (Messages, Next) = await reads.MessagesAsync(before, ct);
        return Page();
    }
}
