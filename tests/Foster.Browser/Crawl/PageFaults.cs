using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Foster.TestKit;

namespace Foster.Browser;

/// <summary>What is wrong with a page as it comes, before any script: its answer, title, heading, ids, links and forms.</summary>
internal sealed class PageFaults(IReadOnlySet<string> names)
{
    public IEnumerable<Finding> Of(Seen seen) => About(seen).Select(w => new Finding(w, $"{seen}"));

    /// <summary>
    /// A title tells pages apart, and cases. Two records of one kind in a case are told apart by names, which no title
    /// may say; so are the links of different people, which nobody but a reader of all messages holds at once.
    /// </summary>
    public static IEnumerable<Finding> SameTitles(IEnumerable<Seen> pages) =>
        from seen in pages
        where seen.IsPage && seen.Page.Status == HttpStatusCode.OK && seen.By != Unlinked.Known
        group seen by (seen.Who, seen.Page.Title) into same
        let kept = same.Select(s => (s.Route?.Pattern, Case(s))).Distinct().ToList()
        where kept.Count > 1
        let routes = string.Join(", ", kept.Select(k => k.Pattern).Distinct())
        select new Finding(
            $"the title is that of {kept.Count} pages of {routes}",
            $"“{same.Key.Title}”"
        );

    private static string? Case(Seen seen) =>
        seen.Route?.Parts is [{ Name: "caseId" }, ..]
            ? seen.Address.Split('/', '?').First(part => Guid.TryParse(part, out _))
            : null;

    private IEnumerable<string> About(Seen seen)
    {
        var page = seen.Page;
        // A link that ended says so; nobody but the reader of old messages follows one.
        var mailed = seen.By.StartsWith("/demo/messages", StringComparison.Ordinal);
        var ended = page.Status == HttpStatusCode.Gone && mailed;
        if (
            page.Status != HttpStatusCode.OK
            && !ended
            && !Unlinked.Pages.Values.Contains(seen.Address)
        )
            yield return $"answers {(int)page.Status}, linked from {seen.By}";
        if (page.Way.Count > 0 && !mailed && seen.Route?.Pattern == "/sign-in")
            yield return $"leads to the sign-in page, linked from {seen.By}";
        if (!seen.IsPage)
            yield break;
        if (page.Document.QuerySelectorAll("h1") is not [var heading] || Words(heading) == "")
            yield return $"has {page.Document.QuerySelectorAll("h1").Length} h1";
        foreach (var fault in Title(page.Title))
            yield return fault;
        foreach (var id in Twice(page.Document))
            yield return $"has the id {id} twice";
        foreach (var link in page.Document.QuerySelectorAll("a"))
            if (IsDead(link, page.Document))
                yield return $"has a link that leads nowhere: {link.OuterHtml}";
        foreach (var form in page.Document.QuerySelectorAll<IHtmlFormElement>("form"))
            if (!form.Elements.Any(e => e is IHtmlButtonElement { Type: "submit" }))
                yield return "has a form that cannot be sent without a script";
        foreach (var button in page.Document.QuerySelectorAll<IHtmlButtonElement>("main button"))
            if (button.Type != "submit" && !button.HasAttribute("hidden"))
                yield return $"has a button that does nothing without a script: {Words(button)}";
    }

    private IEnumerable<string> Title(string title)
    {
        if (!title.Contains(" – ", StringComparison.Ordinal))
            yield return $"has the title “{title}”, without what it is or whose";
        if (title.Contains('@', StringComparison.Ordinal))
            yield return $"has an address in its title “{title}”";
        foreach (var word in title.Split(' ', ',', '.', ':', '’').Where(names.Contains))
            yield return $"names {word} in its title “{title}”";
    }

    private static IEnumerable<string> Twice(IDocument document) =>
        document
            .QuerySelectorAll("[id]")
            .GroupBy(e => e.Id!)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);

    private static bool IsDead(IElement link, IDocument document)
    {
        var href = link.GetAttribute("href");
        return string.IsNullOrEmpty(href)
            || href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || (href[0] == '#' && document.GetElementById(href[1..]) is null);
    }

    private static string Words(IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
