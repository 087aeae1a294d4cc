using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>
/// Notices the key of a campaign in the address of a public page that is read. It writes nothing to the database, and
/// does not answer browsers that ask not to be tracked with a cookie. Pages kept for all visitors have no query, so that
/// none of them is ever kept with it.
/// </summary>
public sealed class TrailFilter(CampaignReads campaigns, TrailCookie trail) : IAsyncPageFilter
{
    private static readonly string[] Names = ["from", "utm_source"];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        if (
            HttpMethods.IsGet(http.Request.Method)
            && KeyOf(http.Request) is { } key
            && !AsksNotTo(http.Request)
            && await campaigns.IsKnownAsync(key, http.RequestAborted)
        )
            trail.Add(http, key);
        await next();
    }

    /// <summary>Our own name first; people type keys in any case.</summary>
    private static string? KeyOf(HttpRequest request) =>
        Names
            .Select(n => request.Query[n].FirstOrDefault()?.Trim().ToLowerInvariant())
            .FirstOrDefault(Campaign.IsKey);

    private static bool AsksNotTo(HttpRequest request) =>
        request.Headers["Sec-GPC"] == "1" || request.Headers["DNT"] == "1";
}

/// <summary>Puts the filter before every page of the public and before no other.</summary>
public sealed class TrailConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (model.RelativePath.Split('/') is ["", "Features", _, "Public", ..])
            model.Filters.Add(new TypeFilterAttribute(typeof(TrailFilter)));
    }
}
