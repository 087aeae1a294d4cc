using System.Text.Json;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>To the council's own sign-in, and back from it. Unknown where none is set.</summary>
public sealed class SignInCouncilModel(SingleSignOnStep step, SingleSignOnProvider provider)
    : PageModel
{
    /// <summary>The address at the provider. Forms may not lead there themselves, so the page does.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, string? state, CancellationToken ct)
    {
        if (!provider.IsOn)
            return NotFound();
        var arrival = await TryAsync(() => step.EndAsync(code, state, ct));
        return arrival is { GoesOn: true } ? LocalRedirect(arrival.Path) : Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromQuery(Name = "ReturnUrl")] string? returnUrl,
        CancellationToken ct
    )
    {
        if (!provider.IsOn)
            return NotFound();
        Address = await TryAsync(() => step.BeginAsync(returnUrl, ct));
        return Page();
    }

    /// <summary>A provider that is away or talks nonsense is no fault of ours, and there are other ways in.</summary>
    private static async Task<T?> TryAsync<T>(Func<Task<T>> act)
        where T : class
    {
        try
        {
            return await act();
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or TaskCanceledException
                        or JsonException
                        or ArgumentException
            )
        {
            return null;
        }
    }
}
