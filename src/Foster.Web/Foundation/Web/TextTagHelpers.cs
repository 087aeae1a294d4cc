using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>A banner at the top of a page. <c>success</c> says that something was done.</summary>
[HtmlTargetElement("notice-banner")]
public sealed class NoticeBannerTagHelper : TagHelper
{
    public string? Title
    {
        get;
        set => field = value is "" ? null : value;
    }

    public bool Success { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var id = "notice-" + context.UniqueId;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            El.Css(
                "govuk-notification-banner",
                Success ? "govuk-notification-banner--success" : null
            )
        );
        output.Attributes.SetAttribute("role", Success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        output.Content.SetHtmlContent(
            El.Of(
                "div",
                "govuk-notification-banner__header",
                El.Of(
                        "h2",
                        "govuk-notification-banner__title",
                        Title ?? (Success ? "Success" : "Important")
                    )
                    .With("id", id)
            )
        );
        output.Content.AppendHtml(
            El.Of(
                "div",
                "govuk-notification-banner__content",
                El.Of("div", "govuk-notification-banner__heading", inside)
            )
        );
    }
}

/// <summary>A paragraph set apart.</summary>
[HtmlTargetElement("inset-text")]
public sealed class InsetTextTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-inset-text");
    }
}

/// <summary>A warning with its sign.</summary>
[HtmlTargetElement("warning-text")]
public sealed class WarningTextTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-warning-text");
        output.Content.SetHtmlContent(
            El.Of("span", "govuk-warning-text__icon", "!").With("aria-hidden", "true")
        );
        output.Content.AppendHtml(
            El.Of("strong", "govuk-warning-text__text", El.Hidden("Warning"), inside)
        );
    }
}

/// <summary>More for those who want it, behind one line.</summary>
[HtmlTargetElement("detail-text")]
public sealed class DetailTextTagHelper : TagHelper
{
    public required string Summary { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "govuk-details");
        if (Open)
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        output.Content.SetHtmlContent(
            El.Of(
                "summary",
                "govuk-details__summary",
                El.Of("span", "govuk-details__summary-text", Summary)
            )
        );
        output.Content.AppendHtml(El.Of("div", "govuk-details__text", inside));
    }
}

/// <summary>The way back to the page before; stands in the section "BeforeMain".</summary>
[HtmlTargetElement("back-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BackLinkTagHelper : TagHelper
{
    public required string Href { get; set; }

    public string Text { get; set; } = "Back";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("class", "govuk-back-link");
        output.Content.SetContent(Text);
    }
}

/// <summary>The top of a confirmation page: what was done, and its reference inside.</summary>
[HtmlTargetElement("page-panel")]
public sealed class PagePanelTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-panel govuk-panel--confirmation");
        output.Content.SetHtmlContent(El.Of("h1", "govuk-panel__title", Title));
        if (!inside.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(El.Of("div", "govuk-panel__body", inside));
    }
}

/// <summary>Said where a list has nothing in it, with the next step inside.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-empty");
        output.Content.SetHtmlContent(El.Of("p", "app-empty__title", Title));
        if (!inside.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(El.Of("div", "app-empty__text", inside));
    }
}
