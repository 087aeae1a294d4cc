using System.Net;
using System.Text.RegularExpressions;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.TestKit;

/// <summary>A parameter of a page's address.</summary>
public sealed record AddressPart(string Name, string Constraint)
{
    public bool IsId => Constraint == "guid";

    /// <summary>Something that leads nowhere, in the form that the constraint asks for.</summary>
    public string Nowhere =>
        IsId ? "00000000-0000-7000-8000-000000000404"
        : Constraint.StartsWith("int", StringComparison.Ordinal) ? "404"
        // One of several words: the first.
        : Constraint.StartsWith("regex(^(", StringComparison.Ordinal)
            ? Constraint["regex(^(".Length..].Split('|', ')')[0]
        : "unknown";
}

/// <summary>A page of the site as the program itself lists it, so that no page is forgotten.</summary>
public sealed partial class SitePage
{
    private readonly RouteEndpoint endpoint;
    private readonly Regex fits;

    private SitePage(RouteEndpoint endpoint, CompiledPageActionDescriptor compiled)
    {
        this.endpoint = endpoint;
        Pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        Parts =
        [
            .. Parameter()
                .Matches(Pattern)
                .Select(m => new AddressPart(m.Groups["name"].Value, m.Groups["rule"].Value)),
        ];
        fits = new Regex(
            $"^{Parameter().Replace(Regex.Escape(Pattern).Replace("\\{", "{").Replace("\\*", "*"), Shape)}/?$",
            RegexOptions.IgnoreCase
        );
        Posts = compiled.HandlerMethods.Any(h => HttpMethods.IsPost(h.HttpMethod));
        QueryNames =
        [
            .. compiled
                .BoundProperties.Select(p => p.BindingInfo?.BinderModelName ?? p.Name)
                .Concat(
                    compiled
                        .HandlerMethods.SelectMany(h => h.Parameters)
                        .Select(p => p.BindingInfo?.BinderModelName ?? p.Name)
                )
                .Except(Parts.Select(p => p.Name), StringComparer.OrdinalIgnoreCase)
                .Distinct(),
        ];
    }

    public string Pattern { get; }

    public IReadOnlyList<AddressPart> Parts { get; }

    public IReadOnlyList<AddressPart> Ids => [.. Parts.Where(p => p.IsId)];

    /// <summary>True when the page answers to a form.</summary>
    public bool Posts { get; }

    /// <summary>What it reads from the query string.</summary>
    public IReadOnlyList<string> QueryNames { get; }

    /// <summary>Which data the page says it shows, so that opening it is written down.</summary>
    public IReadOnlyList<AccessKind> Records =>
        endpoint.Metadata.GetMetadata<RecordsAttribute>()?.Kinds ?? [];

    /// <summary>Of two pages whose addresses fit, the one with the smaller figure answers.</summary>
    public decimal Precedence => endpoint.RoutePattern.InboundPrecedence;

    public bool IsPublic => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public static async Task<IReadOnlyList<SitePage>> AllAsync(FosterHost host)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var pages = new List<SitePage>();
        foreach (
            var endpoint in host
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
        )
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                pages.Add(new SitePage(endpoint, compiled));
            }
        }

        return pages;
    }

    /// <summary>What the page's own declaration says, as the framework reads it.</summary>
    public bool IsFor(Role? role) =>
        IsPublic
        || (
            endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } demands
            && role is { } held
            && demands.All(d => d.Roles is null || d.Roles.Split(',').Contains(held.ToString()))
        );

    /// <summary>The address with these values in place of its parameters, as they stand or encoded.</summary>
    public string Address(Func<AddressPart, string> value, bool encoded = true) =>
        Parameter()
            .Replace(
                Pattern,
                m =>
                {
                    var part = new AddressPart(m.Groups["name"].Value, m.Groups["rule"].Value);
                    return encoded ? WebUtility.UrlEncode(value(part)) : value(part);
                }
            );

    /// <summary>True when an address, without its query, has the form of this page's.</summary>
    public bool Fits(string path) => fits.IsMatch(path);

    public string Nowhere => Address(p => p.Nowhere);

    public override string ToString() => Pattern;

    private static string Shape(Match parameter) =>
        parameter.Groups["rule"].Value switch
        {
            "guid" => "[0-9a-fA-F-]{36}",
            var rule when rule.StartsWith("int", StringComparison.Ordinal) => "[0-9]+",
            _ => "[^/]+",
        };

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:(?<rule>[^}=?]+))?[^}]*\}")]
    private static partial Regex Parameter();
}
