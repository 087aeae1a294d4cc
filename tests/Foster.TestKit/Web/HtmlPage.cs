using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Foster.TestKit;

/// <summary>One message of an error summary and the field it leads to.</summary>
public sealed record ShownError(string Text, string Field);

/// <summary>An answer of the site as a person sees it.</summary>
public sealed class HtmlPage(HtmlVisitor visitor, IHtmlDocument document, byte[] content)
{
    public required Uri Address { get; init; }

    public required HttpStatusCode Status { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The redirects that led here.</summary>
    public required IReadOnlyList<Uri> Way { get; init; }

    public IHtmlDocument Document => document;

    /// <summary>The answer as it came, for downloads.</summary>
    public byte[] Content => content;

    public string Body => Encoding.UTF8.GetString(content);

    public string Path => Address.PathAndQuery;

    public string Title => Words(document.Title);

    /// <summary>The one h1.</summary>
    public string Heading => Words(document.QuerySelectorAll("h1").Single().TextContent);

    /// <summary>All words of the page's main part, each run of white space as one space.</summary>
    public string Text => Words((document.QuerySelector("main") ?? document.Body)?.TextContent);

    /// <summary>The messages under “There is a problem”, in order; empty when there is no such box.</summary>
    public IReadOnlyList<ShownError> ErrorSummary =>
        [
            .. document
                .QuerySelectorAll(".govuk-error-summary__list > li")
                .Select(li => new ShownError(
                    Words(li.TextContent),
                    li.QuerySelector("a")?.GetAttribute("href")?.TrimStart('#') ?? ""
                )),
        ];

    /// <summary>Label and value of each row of the page's summary lists.</summary>
    public IReadOnlyList<(string Label, string Value)> SummaryRows =>
        [
            .. document
                .QuerySelectorAll(".govuk-summary-list__row")
                .Select(r =>
                    (
                        Words(r.QuerySelector("dt")?.TextContent),
                        Words(r.QuerySelector("dd")?.TextContent)
                    )
                ),
        ];

    public string? Notification =>
        document.QuerySelector(".govuk-notification-banner__content") is { } banner
            ? Words(banner.TextContent)
            : null;

    public IEnumerable<IHtmlAnchorElement> Links =>
        document.QuerySelectorAll<IHtmlAnchorElement>("a[href]");

    public bool Has(string selector) => document.QuerySelector(selector) is not null;

    /// <summary>The only element that fits, or an error that shows the page.</summary>
    public IElement Find(string selector) =>
        document.QuerySelectorAll(selector) is [var only]
            ? only
            : throw new InvalidOperationException(
                $"{document.QuerySelectorAll(selector).Length} elements fit {selector}. {this}"
            );

    /// <summary>Clicks a link by its words, hidden ones included (“Change name”).</summary>
    public Task<HtmlPage> FollowAsync(string words)
    {
        var named = Links.Where(l => Words(l.TextContent) == words).ToList();
        var hrefs = named.Select(l => l.GetAttribute("href")!).Distinct().ToList();
        return hrefs is [var href]
            ? visitor.GetAsync(new Uri(Address, href))
            : throw new InvalidOperationException(
                $"{hrefs.Count} different links say “{words}”. {this}"
            );
    }

    /// <summary>The form that a person fills in: the only one in the main part, or the one the selector says.</summary>
    public HtmlForm Form(string? selector = null)
    {
        var forms = document
            .QuerySelectorAll<IHtmlFormElement>(selector ?? "main form:not([hidden])")
            .ToList();
        return forms is [var form]
            ? new HtmlForm(visitor, this, form)
            : throw new InvalidOperationException(
                $"{forms.Count} forms fit {selector ?? "main form"}. {this}"
            );
    }

    public override string ToString() =>
        $"{(int)Status} {Path} “{Title}”: {(Text.Length > 1500 ? Text[..1500] + "…" : Text)}";

    internal static string Words(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
