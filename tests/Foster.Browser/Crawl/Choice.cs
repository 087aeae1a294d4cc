using AngleSharp.Dom;
using Foster.TestKit;

namespace Foster.Browser;

/// <summary>
/// Which of the pages that were seen are worth a look in a real browser: the first of each route for each kind of
/// person, and any that shows something that no page of its route has shown yet.
/// </summary>
internal sealed class Choice
{
    private readonly HashSet<(string Route, string Kind)> kinds = [];
    private readonly HashSet<(string Route, string Part)> parts = [];

    public bool IsNew(Seen seen)
    {
        var route = seen.Route!.Pattern;
        // A page that is open to all is the same to all, and to all staff, unless it shows something else.
        var isShared =
            seen.Route.IsPublic || route.StartsWith("/account", StringComparison.Ordinal);
        var kind = seen.Who.IsStaff ? "staff" : seen.Who.Kind;
        var isFirst = kinds.Add((route, isShared ? "anybody" : kind));
        var shows = false;
        foreach (var part in seen.Page.Document.QuerySelectorAll("main *").Select(Shape))
            shows |= parts.Add((route, part));
        return isFirst || shows;
    }

    /// <summary>An element by what decides how it looks and what it is to a reader, and by what it stands in.</summary>
    private static string Shape(IElement element) =>
        $"{element.ParentElement?.LocalName}.{element.ParentElement?.ClassName}>{element.LocalName}.{element.ClassName}"
        + $"[{element.GetAttribute("type")}{element.GetAttribute("role")}]";
}
