using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Foster.Web.Foundation.Web;

/// <summary>Writes down who was kept from a page by their role, and then answers as usual.</summary>
public sealed class RefusalRecorder : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Forbidden)
            await AccessFilter.RefusedAsync(context);
        await usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
