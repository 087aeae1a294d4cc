using System.Net;
using AngleSharp.Html.Dom;
using Foster.TestKit;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>What these tests do as a visitor, and what every answer must look like.</summary>
internal static class Visits
{
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>What no answer may ever show of the program's inside.</summary>
    private static readonly string[] Inside =
    [
        "   at Foster",
        "   at Microsoft",
        "   at System",
        "Exception:",
        "Microsoft.",
        "Npgsql",
        "SQLite",
        "SELECT ",
        "INSERT INTO",
        "StackTrace",
        "Foster.Web",
        "/src/",
        "/bin/",
        "Kestrel",
        "ASP.NET",
        "relation \"",
        "no such table",
        "syntax error",
    ];

    private static readonly string[] SafeHeaders =
    [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "X-Frame-Options",
        "Cross-Origin-Opener-Policy",
        "Permissions-Policy",
    ];

    /// <summary>The token that this visitor's forms carry; it belongs to the visitor and not to one form.</summary>
    public static async Task<string> TokenAsync(this HtmlVisitor visitor)
    {
        var followed = visitor.FollowsRedirects;
        visitor.FollowsRedirects = true;
        var page = await visitor.GetAsync("/sign-in");
        visitor.FollowsRedirects = followed;
        var input = page.Document.QuerySelector($"input[name={TokenField}]");
        return Assert.IsAssignableFrom<IHtmlInputElement>(input).Value;
    }

    /// <summary>What is wrong with an answer as an answer, whatever was asked; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(this HtmlPage page)
    {
        foreach (var header in SafeHeaders.Where(h => !page.Headers.ContainsKey(h)))
        {
            yield return $"{page.Path} ({(int)page.Status}) comes without {header}";
        }

        foreach (var header in page.Headers.Keys.Where(h => h is "Server" or "X-Powered-By"))
        {
            yield return $"{page.Path} ({(int)page.Status}) says {header}";
        }

        foreach (var leak in Leaks(page.Body))
        {
            yield return $"{page.Path} ({(int)page.Status}) shows “{leak}”";
        }
    }

    public static IEnumerable<string> Leaks(string body, string sent = "") =>
        Inside.Where(i =>
            body.Contains(i, StringComparison.Ordinal)
            && !sent.Contains(i, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>True when a refusal is one that people can read, with a way on.</summary>
    public static bool IsForPeople(this HtmlPage page, HttpStatusCode status) =>
        page.Status == status
        && page.Document.QuerySelectorAll("h1").Length == 1
        && page.Has("main a[href]")
        && page.Title.Length > 0;

    /// <summary>The page as anybody else would get it: without what is new on each answer.</summary>
    public static string Lasting(this HtmlPage page)
    {
        foreach (var input in page.Document.QuerySelectorAll("input[type=hidden]").ToList())
        {
            input.Remove();
        }

        return page.Document.DocumentElement.OuterHtml;
    }
}
