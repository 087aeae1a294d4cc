using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>The pages of one area or one case, at the side of the page.</summary>
[HtmlTargetElement("side-nav")]
public sealed class SideNavTagHelper : TagHelper
{
    /// <summary>What screen readers call it.</summary>
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "app-side-nav");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(El.Of("ul", "app-side-nav__list", inside));
    }
}

/// <summary>One link of a side-nav; marked when it is the page one is on, or a page below it.</summary>
[HtmlTargetElement("nav-item")]
public sealed class NavItemTagHelper : TagHelper
{
    public required string Href { get; set; }

    /// <summary>Not marked on pages below it.</summary>
    public bool Exact { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        var current = Here.Current(request.Path, Href, Exact);
        output.TagName = "li";
        output.Attributes.SetAttribute(
            "class",
            El.Css("app-side-nav__item", current is null ? null : "app-side-nav__item--current")
        );
        output.Content.SetHtmlContent(
            El.Of("a", "app-side-nav__link", inside)
                .With("href", Href)
                .With("aria-current", current)
        );
    }
}

/// <summary>The way on in a long list: each page starts where the last one ended.</summary>
[HtmlTargetElement("next-page", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NextPageTagHelper : TagHelper
{
    /// <summary>The next page, or null on the last.</summary>
    public string? Href
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>The first page, or null when this is the first.</summary>
    public string? FirstHref
    {
        get;
        set => field = value is "" ? null : value;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute whose expression is null arrives as an empty text.
        if (string.IsNullOrEmpty(Href) && string.IsNullOrEmpty(FirstHref))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", "Pages of this list");
        if (!string.IsNullOrEmpty(FirstHref))
            output.Content.AppendHtml(Link("prev", FirstHref, "First page"));
        if (!string.IsNullOrEmpty(Href))
            output.Content.AppendHtml(Link("next", Href, "Next page"));
    }

    private static TagBuilder Link(string side, string href, string text) =>
        El.Of(
            "div",
            "govuk-pagination__" + side,
            El.Of(
                    "a",
                    "govuk-link govuk-pagination__link",
                    El.Of("span", "govuk-pagination__link-title", text)
                )
                .With("href", href)
                .With("rel", side == "next" ? side : null)
        );
}

/// <summary>Which link is the page one is on.</summary>
internal static class Here
{
    /// <summary>"page" for the page itself, "true" for a page below it, null for any other.</summary>
    public static string? Current(string? path, string href, bool exact)
    {
        var target = href.Split('?', '#')[0].TrimEnd('/');
        var here = (path ?? "").TrimEnd('/');
        if (string.Equals(here, target, StringComparison.OrdinalIgnoreCase))
            return "page";
        return
            !exact
            && target.Length > 0
            && here.StartsWith(target + "/", StringComparison.OrdinalIgnoreCase)
            ? "true"
            : null;
    }
}
