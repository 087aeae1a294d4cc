using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Foundation.Web;

/// <summary>What stands between being signed in and a page that asks for more than that.</summary>
public static class StepUp
{
    public const string ConfirmPath = "/account/confirm";

    /// <summary>Leads staff without a second factor to where one is set up or shown; nothing else opens to them.</summary>
    public static IApplicationBuilder UseSecondFactor(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                Applies<Microsoft.AspNetCore.Authorization.IAuthorizeData>(context) is { } who
                && who.IsUnproven
                && !Has<OpenToUnprovenAttribute>(context)
                    ? LeadAsync(context, Security.WayIn.SetUpPath)
                    : next(context)
        );

    /// <summary>Leads those whose proof is no longer fresh to where it is shown again, where a page asks for that.</summary>
    public static IApplicationBuilder UseFreshFactor(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                Applies<FreshFactorAttribute>(context) is { } who && !IsFresh(context, who)
                    ? LeadAsync(context, ConfirmPath)
                    : next(context)
        );

    /// <summary>
    /// The same for a page that knows only after it has looked whether its content asks for it. Null when the proof is
    /// fresh: go on.
    /// </summary>
    public static async Task<IActionResult?> AskAsync(HttpContext context) =>
        context.Features.Get<Presence>() is { } who && !IsFresh(context, who)
            ? new LocalRedirectResult(await WayAsync(context, ConfirmPath))
            : null;

    /// <summary>Who asks for a page with this mark; null where nobody is signed in, or an error is being shown.</summary>
    private static Presence? Applies<T>(HttpContext context)
        where T : class =>
        Has<T>(context)
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.Features.Get<IExceptionHandlerFeature>() is null
            ? context.Features.Get<Presence>()
            : null;

    private static bool Has<T>(HttpContext context)
        where T : class => context.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;

    private static bool IsFresh(HttpContext context, Presence who)
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<LondonClock>().Now;
        return now - who.Session.ConfirmedAt < services.GetRequiredService<SessionLimits>().Fresh;
    }

    /// <summary>What was posted waits for its sender.</summary>
    private static async Task<string> WayAsync(HttpContext context, string path) =>
        $"{path}?ReturnUrl={Uri.EscapeDataString(await LatePosts.BackAsync(context))}";

    private static async Task LeadAsync(HttpContext context, string path) =>
        context.Response.Redirect(await WayAsync(context, path));
}
