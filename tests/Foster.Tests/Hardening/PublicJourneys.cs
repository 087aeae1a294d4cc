using AngleSharp.Html.Dom;
using Foster.TestKit;

namespace Foster.Tests.Hardening;

/// <summary>Walks every journey that anybody may begin, found by the start button of its first page.</summary>
internal static class PublicJourneys
{
    /// <summary>The last page of each journey, after everything has been answered and sent.</summary>
    public static async Task<IReadOnlyList<HtmlPage>> WalkAllAsync(
        FosterHost host,
        PlausibleAnswers answers,
        Action<HtmlVisitor>? prepare = null
    )
    {
        var ends = new List<HtmlPage>();
        foreach (var page in await SitePage.AllAsync(host))
        {
            if (!page.IsPublic || page.Parts.Count > 0)
            {
                continue;
            }

            using var visitor = host.Visitor();
            prepare?.Invoke(visitor);
            var start = await visitor.GetAsync(page.Pattern);
            if (
                start.Document.QuerySelector("main a.govuk-button--start")
                    is IHtmlAnchorElement begin
                && page.Pattern != "/"
            )
            {
                var first = await visitor.GetAsync(begin.GetAttribute("href")!);
                ends.Add(await answers.WalkAsync(first));
            }
        }

        return ends;
    }
}
