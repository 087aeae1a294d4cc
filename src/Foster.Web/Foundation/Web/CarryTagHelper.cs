using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// The links of a public page to the enquiry, the events and the calls take on by which of our links the page was reached,
/// so that nothing has to be remembered on the device. A link whose address is worked out says carry-href.
/// </summary>
[HtmlTargetElement("a", Attributes = "[href^='/enquire']")]
[HtmlTargetElement("a", Attributes = "[href^='/events']")]
[HtmlTargetElement("a", Attributes = "[href^='/call-back']")]
[HtmlTargetElement("a", Attributes = "carry-href")]
[HtmlTargetElement("button-link")]
public sealed class CarryTagHelper(CameHere here) : TagHelper
{
    private static readonly string[] Ways = ["/enquire", "/events", "/call-back"];

    /// <summary>The address of a link that works it out.</summary>
    public string? CarryHref { get; set; }

    /// <summary>After the one that makes the link.</summary>
    public override int Order => 1_000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (CarryHref is not null)
            output.Attributes.SetAttribute("href", CarryHref);
        if (here.Key is not { } key || !output.Attributes.TryGetAttribute("href", out var link))
            return;
        var href = Text(link.Value);
        if (!Ways.Any(w => href == w || href.StartsWith(w + '/', StringComparison.Ordinal)))
            return;
        var query = new Dictionary<string, string?> { [CameHere.KeyName] = key };
        if (here.SaidNo)
            query[CameHere.Answer] = CameHere.No;
        output.Attributes.SetAttribute("href", QueryHelpers.AddQueryString(href, query));
    }

    private static string Text(object? value)
    {
        if (value is not IHtmlContent html)
            return value?.ToString() ?? "";
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
