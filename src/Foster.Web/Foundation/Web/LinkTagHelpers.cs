using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>A link that looks like a button: it leads somewhere and changes nothing.</summary>
[HtmlTargetElement("button-link")]
public sealed class ButtonLinkTagHelper : TagHelper
{
    public required string Href { get; set; }

    /// <summary>secondary or inverse; empty for the main one.</summary>
    public string? Variant
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>The arrow of a first step into a service.</summary>
    public bool Start { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("role", "button");
        output.Attributes.SetAttribute("draggable", "false");
        output.Attributes.SetAttribute("data-module", "govuk-button");
        output.Attributes.SetAttribute(
            "class",
            El.Css(
                "govuk-button",
                Variant is null ? null : "govuk-button--" + Variant,
                Start ? "govuk-button--start" : null
            )
        );
        output.Content.SetHtmlContent(inside);
        if (Start)
            output.Content.AppendHtml(
                El.Of(
                        "svg",
                        "govuk-button__start-icon",
                        El.Of("path", null)
                            .With("fill", "currentColor")
                            .With("d", "M0 0h13l20 20-20 20H0l20-20z")
                    )
                    .With("width", "17.5")
                    .With("height", "19")
                    .With("viewBox", "0 0 33 40")
                    .With("aria-hidden", "true")
                    .With("focusable", "false")
            );
    }
}

/// <summary>A telephone number that a phone can ring.</summary>
[HtmlTargetElement("phone-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhoneLinkTagHelper : TagHelper
{
    public required string Number { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "href",
            "tel:" + string.Concat(Number.Where(c => char.IsAsciiDigit(c) || c == '+'))
        );
        output.Attributes.SetAttribute(
            "class",
            "govuk-link govuk-link--no-visited-state app-phone"
        );
        output.Content.SetContent(Number);
    }
}

/// <summary>Text that people wrote, with its paragraphs.</summary>
[HtmlTargetElement("plain-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PlainTextTagHelper : TagHelper
{
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (
            var paragraph in Text.ReplaceLineEndings("\n")
                .Split(
                    "\n\n",
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
        )
            output.Content.AppendHtml(El.Of("p", "govuk-body app-lines", paragraph));
    }
}
