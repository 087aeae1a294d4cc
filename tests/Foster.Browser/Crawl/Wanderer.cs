using Foster.TestKit;
using Foster.Web.Foundation.Actors;

namespace Foster.Browser;

/// <summary>Somebody who looks at the whole site: who they are, what they are to it, and where they begin.</summary>
public sealed record Wanderer(
    string Name,
    string Kind,
    HtmlVisitor Visitor,
    IReadOnlyList<string> Starts
) : IDisposable
{
    private const string Interest = "/expression-of-interest/";

    /// <summary>
    /// A visitor, who also finds every link that was e-mailed on the page of messages; everybody who can sign in; and
    /// two people in the middle of a journey, for its pages show nothing to those who have not begun.
    /// </summary>
    public static async Task<IReadOnlyList<Wanderer>> AllAsync(
        FosterHost host,
        SiteMap map,
        bool oneOfEachKind
    )
    {
        var all = new List<Wanderer>
        {
            new("a visitor", "visitor", host.Visitor(), ["/"]),
            await EnquirerAsync(host, "/enquire/check"),
            await EnquirerAsync(host, null),
            await HolderAsync(host, map),
        };
        var personas = oneOfEachKind
            ? await Persona.OneOfEachRoleAsync(host)
            : await Persona.AllAsync(host);
        foreach (var persona in personas)
        {
            var visitor = host.Visitor();
            var landed = await visitor.SignInAsync(persona.Name);
            all.Add(new(persona.Name, persona.Role.ToString(), visitor, [landed.Path]));
        }

        return all;
    }

    /// <summary>People who are alike see the same pages: those of one role, but each household by itself.</summary>
    public string Like =>
        Kind is nameof(Role.ProspectiveCarer) or nameof(Role.ApprovedCarer) ? Name : Kind;

    public bool IsStaff => Enum.TryParse<Role>(Kind, out var role) && role.IsStaff();

    public void Dispose() => Visitor.Dispose();

    /// <summary>Has answered every question of the enquiry: before it is sent all of it can be changed.</summary>
    private static async Task<Wanderer> EnquirerAsync(FosterHost host, string? until)
    {
        var visitor = host.Visitor();
        var page = await visitor.GetAsync("/enquire");
        page = await visitor.GetAsync(Start(page));
        page = await new PlausibleAnswers(yes: true).WalkAsync(page, until);
        return new("an enquirer", until ?? "sent", visitor, [page.Path]);
    }

    /// <summary>Has the link to the expression of interest and answered all of it.</summary>
    private static async Task<Wanderer> HolderAsync(FosterHost host, SiteMap map)
    {
        var visitor = host.Visitor();
        for (var next = "/demo/messages"; ; )
        {
            var messages = await visitor.GetAsync(next);
            foreach (var link in messages.Links.Select(l => l.GetAttribute("href")!))
            {
                if (map.Find(link)?.Pattern != Interest + "{token}")
                    continue;
                var page = await visitor.GetAsync(link);
                if (!page.Has("a.govuk-button--start"))
                    continue;
                var check = link + "/check";
                page = await visitor.GetAsync(Start(page));
                page = await new PlausibleAnswers(yes: true).WalkAsync(page, check);
                return new("a holder of a link", "holder", visitor, [page.Path, link + "/not-now"]);
            }

            next =
                messages
                    .Links.Select(l => l.GetAttribute("href")!)
                    .FirstOrDefault(l => l.Contains("before=", StringComparison.Ordinal))
                ?? throw new InvalidOperationException(
                    "The demonstration has no open expression of interest."
                );
        }
    }

    private static string Start(HtmlPage page) =>
        page.Find("main a.govuk-button--start").GetAttribute("href")!;
}
