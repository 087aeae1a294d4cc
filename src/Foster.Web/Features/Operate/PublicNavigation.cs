using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Operate;

/// <summary>The links of the public site, and the way back to work for those who are signed in.</summary>
public sealed class PublicNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new("", "How fostering works", "/", 10),
            new("", "Can I foster?", "/can-i-foster", 15),
            new("", "Events", "/events", 20),
            new("", "Payments", "/payments-and-allowances", 30),
            new("", "Charter", "/charter", 40),
            new("", "Enquire", "/enquire", 50),
            .. Roles
                .Staff.Append(Role.ProspectiveCarer)
                .Append(Role.ApprovedCarer)
                .GroupBy(r => r.Home())
                .Select(g => new NavigationItem(
                    "",
                    Words(g.Key),
                    g.Key,
                    90,
                    [.. g.Select(r => r.ToString())]
                )),
        ];

    private static string Words(string home) =>
        home switch
        {
            "/apply" => "Your application",
            "/carer" => "Your fostering",
            "/panel" => "Panel",
            "/decisions" => "Decisions",
            "/finance" => "Finance",
            "/hub" => "Hub",
            "/admin" => "Administration",
            _ => "My work",
        };
}
