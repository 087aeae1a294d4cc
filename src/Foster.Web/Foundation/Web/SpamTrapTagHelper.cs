using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>The box of a public form that only programs find: out of sight, of reach of the keyboard and of screen readers.</summary>
[HtmlTargetElement("spam-trap", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SpamTrapTagHelper : TagHelper
{
    /// <summary>When the page was opened; left out where a journey knows it.</summary>
    public string? Opened { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-trap");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml(
            El.Of("label", null, "Leave this box empty").With("for", SpamTrap.Name)
        );
        output.Content.AppendHtml(
            El.Of("input", null)
                .With("type", "text")
                .With("id", SpamTrap.Name)
                .With("name", SpamTrap.Name)
                .With("tabindex", "-1")
                .With("autocomplete", "off")
        );
        if (Opened is not null)
            output.Content.AppendHtml(
                El.Of("input", null)
                    .With("type", "hidden")
                    .With("name", SpamTrap.OpenedField)
                    .With("value", Opened)
            );
    }
}
