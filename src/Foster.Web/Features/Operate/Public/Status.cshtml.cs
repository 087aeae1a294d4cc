using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>What people see in place of an answer that went wrong. Asked for by itself it is one more unknown page.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public StatusPageModel Status { get; private set; } = StatusPages.For(404);

    public void OnGet(int code) => Show();

    public void OnPost(int code) => Show();

    private void Show()
    {
        var asked =
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && HttpContext.Features.Get<IExceptionHandlerFeature>() is null;
        if (asked)
            Response.StatusCode = StatusCodes.Status404NotFound;
        Status = StatusPages.For(Response.StatusCode);
    }
}
