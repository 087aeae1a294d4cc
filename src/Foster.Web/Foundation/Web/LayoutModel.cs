using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Foster.Web.Foundation.Web;

/// <summary>Names and contacts that stand on every page; section "Site" of the configuration.</summary>
public sealed record SiteOptions
{
    /// <summary>The service's name in the header and in titles.</summary>
    public string ServiceName { get; set; } = "Foster";

    /// <summary>The council or region whose service it is.</summary>
    public string? CouncilName { get; set; }

    public string? HelpPhone { get; set; }

    public string? HelpHours { get; set; }

    /// <summary>Colours of the council: blue, plum or green; teal when it is not set.</summary>
    public string? Theme { get; set; }
}

/// <summary>What the layout asks of a page: its title, its errors, its area and the links to show.</summary>
public sealed class LayoutModel(ViewContext view, object? model, IEnumerable<NavigationItem> items)
{
    /// <summary>In ViewData: the partial of a notice that stands before the page.</summary>
    public const string Notice = "NoticeBefore";

    private readonly HttpContext http = view.HttpContext;

    public Form? Form { get; } = (model as IHasForm)?.Form;

    public bool SignedIn => http.User.Identity?.IsAuthenticated == true;

    /// <summary>False while a page stands in for one that failed, perhaps because the database is away.</summary>
    public bool DatabaseAnswers => http.Features.Get<IExceptionHandlerFeature>() is null;

    /// <summary>The role in which the reader acts; null for visitors and for those who have yet to show who they are.</summary>
    public Role? Role => Proven?.Session.Role;

    /// <summary>
    /// The council in which the reader acts, or from which their link came. A page that says no looks the same whether an
    /// address is unknown or malformed, so it asks the session alone.
    /// </summary>
    public Guid? CouncilId =>
        http.Features.Get<Presence>() is { } who ? who.Session.CouncilId
        : http.Features.Get<IStatusCodeReExecuteFeature>() is null
            ? http.RequestServices.GetRequiredService<ActorSource>().ByLink?.CouncilId
        : null;

    /// <summary>The reader's other roles in the same council, each one press away (R-SOD-12).</summary>
    public IReadOnlyList<Role> OtherRoles =>
        Proven is { } who ? [.. who.Roles.Where(r => r != who.Session.Role).Order()] : [];

    private Presence? Proven =>
        http.Features.Get<Presence>() is { IsUnproven: false } who ? who : null;

    /// <summary>Pages of people at work have one frame, so that it does not jump from page to page.</summary>
    public bool IsWorkplace => Area is "staff" or "panel" or "decisions" or "admin";

    /// <summary>The first part of the address: staff, carer, apply; empty for the public site.</summary>
    public string Area
    {
        get
        {
            var first = (http.Request.Path.Value ?? "").Split('/', 3) is [_, var part, ..]
                ? part
                : "";
            return items.Any(i => i.Area.Length > 0 && Same(i.Area, first))
                ? first.ToLowerInvariant()
                : "";
        }
    }

    /// <summary>The links of the area for this person, with those the page is on marked.</summary>
    public IReadOnlyList<(NavigationItem Item, string? Current)> Links
    {
        get
        {
            var area = Area;
            var seen = items
                .Where(i => Same(i.Area, area) && i.IsFor(http.User.IsInRole, Holds))
                .OrderBy(i => i.Order)
                .ThenBy(i => i.Title, StringComparer.Ordinal)
                .ToArray();
            // Of two links that fit, only the longer one is the place one is at.
            var best = seen.Where(i => Here.Current(http.Request.Path, i.Href, false) is not null)
                .MaxBy(i => i.Href.Length);
            return
            [
                .. seen.Select(i =>
                    (i, i == best ? Here.Current(http.Request.Path, i.Href, false) : null)
                ),
            ];
        }
    }

    /// <summary>What waits behind the links, in one question to the database; nothing on public pages nor on those that say no.</summary>
    public async Task<IReadOnlyDictionary<string, NavigationBadge>> BadgesAsync(
        IReadOnlyList<(NavigationItem Item, string? Current)> links
    ) =>
        Area.Length > 0
        && Proven is not null
        && DatabaseAnswers
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null
        && http.RequestServices.GetRequiredService<ActorSource>().Current is { } actor
            ? await http
                .RequestServices.GetRequiredService<NavigationBadges>()
                .OfAsync(links.Select(l => l.Item.Href), actor, http.RequestAborted)
            : new Dictionary<string, NavigationBadge>();

    /// <summary>Whether the title begins with "Error: ".</summary>
    public bool HasErrors => Form is { Ok: false } || view.ViewData["HasErrors"] is true;

    /// <summary>The title of the window: what the page is, then whose it is.</summary>
    public string Title(string service)
    {
        var own = view.ViewData["Title"] as string;
        var whole = string.IsNullOrWhiteSpace(own) ? service : $"{own} – {service}";
        return HasErrors ? "Error: " + whole : whole;
    }

    /// <summary>Who is acting is not known on every page that says no, and all of those look the same.</summary>
    private bool Holds(Capability duty) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is null
        && http.RequestServices.GetRequiredService<ActorSource>().Current?.Has(duty) == true;

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
