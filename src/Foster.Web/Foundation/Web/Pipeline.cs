using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Foster.Web.Foundation.Web;

/// <summary>What stands around every page: headers, methods, errors for people, and who is acting.</summary>
public static class Pipeline
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";

    /// <summary>For what is handed out to be kept: should a browser show it after all, nothing in it runs.</summary>
    private const string Handed =
        "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private static readonly string[] Methods =
    [
        HttpMethods.Get,
        HttpMethods.Head,
        HttpMethods.Post,
        HttpMethods.Options,
    ];

    /// <summary>Security headers on every answer, also on files and errors.</summary>
    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    var handed = headers
                        .ContentDisposition.ToString()
                        .StartsWith("attachment", StringComparison.Ordinal);
                    headers.ContentSecurityPolicy = handed ? Handed : Policy;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "same-origin";
                    headers.XFrameOptions = "DENY";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                    if (
                        handed
                        || context.Response.ContentType?.StartsWith(
                            "text/html",
                            StringComparison.Ordinal
                        ) == true
                    )
                        headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    /// <summary>Refuses methods that no page answers to, and addresses with characters that nobody types.</summary>
    public static IApplicationBuilder UsePlainMethods(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var address =
                    context.Request.Path.Value
                    + Uri.UnescapeDataString(context.Request.QueryString.Value ?? "");
                if (address.Any(char.IsControl) || !Words.IsWhole(address))
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return Task.CompletedTask;
                }
                if (Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
                    return next(context);
                if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                {
                    // The page that says so is only ever read.
                    context.Request.Method = HttpMethods.Get;
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                context.Response.Headers.Allow = string.Join(", ", Methods);
                return Task.CompletedTask;
            }
        );

    /// <summary>
    /// Refuses a body that says itself that it is too large. Otherwise whatever reads it first meets the limit, and the
    /// sender is told that the token is missing.
    /// </summary>
    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
                var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()
                    is { } own
                    ? own.MaxRequestBodySize
                    : size?.MaxRequestBodySize;
                if (
                    !(context.Request.ContentLength > limit)
                    || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                )
                    return next(context);
                // A browser that is still sending when the connection closes shows no page: the server takes what comes
                // within its own few seconds and throws it away.
                if (size is { IsReadOnly: false })
                    context.Response.OnStarting(() =>
                    {
                        size.MaxRequestBodySize = null;
                        return Task.CompletedTask;
                    });
                if (context.GetEndpoint()?.Metadata.GetMetadata<TakesFiles>() is not null)
                {
                    // The page itself says so beside its field.
                    context.Response.StatusCode = StatusCodes.Status303SeeOther;
                    context.Response.Headers.Location =
                        $"{context.Request.Path}?{FileFormPage.Problem}={Files.FileWords.TooBigKey}";
                    return Task.CompletedTask;
                }
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }
        );

    /// <summary>Shows a page for people in place of an exception: 503 while the database is away, else 500.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) =>
        app.UseExceptionHandler(
                new ExceptionHandlerOptions
                {
                    ExceptionHandlingPath = "/status/500",
                    StatusCodeSelector = e =>
                        e switch
                        {
                            BadHttpRequestException bad => bad.StatusCode,
                            InvalidDataException => StatusCodes.Status400BadRequest,
                            _ when Outage.Is(e) => StatusCodes.Status503ServiceUnavailable,
                            _ => StatusCodes.Status500InternalServerError,
                        },
                }
            )
            .UseStatusCodePagesWithReExecute("/status/{0}");

    /// <summary>Remembers from where the request comes, for the logs.</summary>
    public static IApplicationBuilder UseWhereabouts(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Connection.RemoteIpAddress is { } address)
                    context.RequestServices.GetRequiredService<History.Whereabouts>().Address = (
                        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
                    ).ToString();
                return next(context);
            }
        );

    /// <summary>Opens the scope of who is acting, and holds back those who have yet to show a second factor.</summary>
    public static IApplicationBuilder UseActors(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    context.Features.Get<Presence>() is not { } who
                    || context.GetEndpoint() is null
                    || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                    || context.Features.Get<IExceptionHandlerFeature>() is not null
                )
                {
                    await next(context);
                    return;
                }
                if (context.Features.Get<NewRole>() is { } changed)
                {
                    context.Response.Redirect(changed.Role.Home());
                    return;
                }
                var actors = context.RequestServices.GetRequiredService<ActorSource>();
                var session = who.Session;
                if (!who.IsUnproven)
                    await actors.EnterAsync(
                        new Actor(
                            session.AccountId,
                            who.DisplayName,
                            session.Role,
                            session.CouncilId
                        )
                        {
                            Capabilities = who.Capabilities,
                            AllRoles = who.Roles,
                        },
                        context.RequestAborted
                    );
                else
                    actors.EnterUnproven(session.AccountId, who.DisplayName, session.CouncilId);
                await next(context);
            }
        );
}
