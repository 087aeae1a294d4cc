using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Foundation.Web;

/// <summary>A public page of one form that writes: limited, and looked at for signs that no person filled it in.</summary>
public abstract class GuardedFormPage : FormPage
{
    private const int OnePage = 1;

    /// <summary>When the page was first opened; kept while errors are mended, which takes no time to speak of.</summary>
    public string Opened
    {
        get
        {
            var kept = Request.HasFormContentType
                ? Request.Form[SpamTrap.OpenedField].ToString()
                : "";
            return Trap.OpenedAt(kept) is null ? Trap.Stamp() : kept;
        }
    }

    protected IReadOnlyList<SpamSign> Signs =>
        Trap.SignsOf(
            SpamTrap.IsFilled(Request.Form),
            // Without a stamp of ours nobody opened the page.
            Trap.OpenedAt(Request.Form[SpamTrap.OpenedField]) ?? DateTime.MaxValue,
            OnePage
        );

    private SpamTrap Trap => HttpContext.RequestServices.GetRequiredService<SpamTrap>();

    /// <summary>Does it unless too many came at once.</summary>
    protected async Task<IActionResult> GuardAsync(
        Func<Task<IActionResult>> send,
        CancellationToken ct
    )
    {
        var limits = HttpContext.RequestServices.GetRequiredService<FormLimits>();
        Form.Take(Request.Form);
        return await limits.RefusesAsync(FormStep.Send, Form, Response, ct) ? Page() : await send();
    }
}
