namespace Foster.Web.Foundation.Web;

/// <summary>A page for people in place of an answer that went wrong.</summary>
/// <param name="Code">The status it is sent with.</param>
/// <param name="Heading">What happened.</param>
/// <param name="Paragraphs">What it means for the answers, and what to do.</param>
/// <param name="Reference">What to quote when asking, so that the log entry can be found.</param>
public sealed record StatusPageModel(
    int Code,
    string Heading,
    IReadOnlyList<string> Paragraphs,
    string? Reference = null
);

/// <summary>The words of every status page. None says anything about the inside of the program.</summary>
public static class StatusPages
{
    private const string TryBack =
        "Use your browser’s back button: what you typed is usually still there.";

    private static readonly Dictionary<int, StatusPageModel> All = new StatusPageModel[]
    {
        new(
            400,
            "We could not use what was sent",
            [
                "The page may have been open for a long time, or you may have signed in or out in another window.",
                "Nothing was saved or changed. " + TryBack,
                "Reload the page and send it again.",
            ]
        ),
        new(
            403,
            "You cannot open this page",
            [
                "You are signed in, but your role does not include this page. Nothing was changed.",
                "If you need it for your work, ask your administrator.",
            ]
        ),
        new(
            404,
            "Page not found",
            [
                "If you typed the web address, check it is correct.",
                "If you pasted the web address, check you copied the entire address.",
                "If you followed a link in an email or letter, it may have been used already or be out of date. Any answers you saved before are not lost.",
            ]
        ),
        new(
            405,
            "This page cannot be used in that way",
            ["Nothing was saved or changed.", "Go to the page again by its link or address."]
        ),
        new(
            413,
            "What you sent is too large",
            [
                "Nothing was saved. " + TryBack,
                "If you attached a file, choose a smaller one. If you typed a long text, shorten it or send it in parts.",
            ]
        ),
        new(
            415,
            "We could not read what was sent",
            ["Nothing was saved or changed. " + TryBack, "Reload the page and send it again."]
        ),
        new(
            429,
            "Too many tries in a short time",
            [
                "We limit how often a page can be sent, to keep the service safe and quick for everyone.",
                "Nothing was saved this time. " + TryBack + " Wait a minute, then send it again.",
            ]
        ),
        new(
            500,
            "Sorry, there is a problem with the service",
            [
                "What you sent just now may not have been saved. Answers you saved before are safe.",
                TryBack + " Try again in a few minutes.",
            ]
        ),
        new(
            503,
            "Sorry, the service is unavailable",
            [
                "We are working on it and it will usually be back within a few minutes.",
                "What you sent just now was not saved. "
                    + TryBack
                    + " Answers you saved before are safe.",
            ]
        ),
    }.ToDictionary(p => p.Code);

    /// <summary>The page for a status; those without words of their own get those of 400 or 500.</summary>
    public static StatusPageModel For(int code, string? reference = null)
    {
        var page =
            All.GetValueOrDefault(code)
            ?? All[code is >= 400 and < 500 ? 400 : 500] with
            {
                Code = code,
            };
        return page with { Reference = reference };
    }
}
