using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// Keeps a public page for a few seconds for people who bring no cookie at all: what they see is the same for each of
/// them, and what a council has changed is another page within a second. Whoever is signed in, is on the way through a journey or is about to be told something is never served from it.
/// </summary>
public sealed class VisitorCache : IOutputCachePolicy
{
    /// <summary>Named on a page by [OutputCache(PolicyName = VisitorCache.Policy)].</summary>
    public const string Policy = "Visitor";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    public async ValueTask CacheRequestAsync(
        OutputCacheContext context,
        CancellationToken cancellation
    )
    {
        var request = context.HttpContext.Request;
        var same =
            HttpMethods.IsGet(request.Method)
            && StringValues.IsNullOrEmpty(request.Headers.Cookie)
            && StringValues.IsNullOrEmpty(request.Headers.Authorization)
            && !request.QueryString.HasValue;
        context.EnableOutputCaching = same;
        context.AllowCacheLookup = same;
        context.AllowCacheStorage = same;
        context.AllowLocking = same;
        context.ResponseExpirationTimeSpan = Life;
        if (same)
            context.CacheVaryByRules.VaryByValues["councils"] = await context
                .HttpContext.RequestServices.GetRequiredService<CouncilStamp>()
                .NowAsync(cancellation);
    }

    public ValueTask ServeFromCacheAsync(
        OutputCacheContext context,
        CancellationToken cancellation
    ) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (
            response.StatusCode != StatusCodes.Status200OK
            || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)
        )
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
