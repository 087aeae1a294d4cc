using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>All fields of a form that count, in order.</summary>
[HtmlTargetElement("form-fields", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldsTagHelper : TagHelper
{
    public required Form For { get; set; }

    /// <summary>The first field's label is the heading of the page.</summary>
    public bool AsHeading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var first = AsHeading;
        foreach (var field in For.Fields.Where(For.Counts))
        {
            output.Content.AppendHtml(new FieldDrawing(For, field, first).Draw());
            first = false;
        }
    }
}

/// <summary>What was typed into a form, carried on unseen: the page shows it as it will be sent.</summary>
[HtmlTargetElement("form-carried", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormCarriedTagHelper : TagHelper
{
    public required Form For { get; set; }

    /// <summary>Something that travels with it, such as a mark of what was read.</summary>
    public string? Name { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var name in For.Fields.Where(f => !f.Secret).SelectMany(f => f.InputNames))
        foreach (var value in For.Answers.Many(name))
            Hide(name, value);
        if (Name is not null)
            Hide(Name, Value ?? "");

        void Hide(string name, string value) =>
            output.Content.AppendHtml(
                El.Of("input", null).With("type", "hidden").With("name", name).With("value", value)
            );
    }
}

/// <summary>One field of a form.</summary>
[HtmlTargetElement("form-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldTagHelper : TagHelper
{
    public required Form For { get; set; }

    public required Field Field { get; set; }

    /// <summary>The label is the heading of the page.</summary>
    public bool AsHeading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new FieldDrawing(For, Field, AsHeading).Draw());
    }
}

/// <summary>Everything that is wrong with a form, linked to its fields; nothing when it is fine.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    private const string Drawn = "ErrorSummaryDrawn";

    public Form? For { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The layout draws it too, for pages that do not; one is enough.
        if (For is null || For.Ok || ViewContext.ViewData.ContainsKey(Drawn))
        {
            output.SuppressOutput();
            return;
        }
        ViewContext.ViewData[Drawn] = true;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        var list = El.Of("ul", "govuk-list govuk-error-summary__list");
        foreach (var error in For.Errors)
        {
            object line = error.InputId is null
                ? El.Of("span", "app-error-text", error.Message)
                : El.Of("a", null, error.Brief).With("href", "#" + error.InputId);
            list.Add(El.Of("li", null, line));
        }
        output.Content.SetHtmlContent(
            El.Of(
                    "div",
                    null,
                    El.Of("h2", "govuk-error-summary__title", "There is a problem"),
                    El.Of("div", "govuk-error-summary__body", list)
                )
                .With("role", "alert")
        );
    }
}

/// <summary>Every form that posts: checked by us and not by the browser, and with its token.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    // After the framework's own helper, which leaves the token out when an action is written.
    public override int Order => 1000;

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        // Without an action the part after # goes along, and takes the focus from the error summary: whoever used the
        // skip link would not be told what is wrong.
        if (!output.Attributes.ContainsName("action"))
        {
            var request = ViewContext.HttpContext.Request;
            output.Attributes.SetAttribute(
                "action",
                request.PathBase + request.Path + request.QueryString
            );
        }
        // A form with two tokens is refused.
        var hasToken = output
            .PostContent.GetContent()
            .Contains("__RequestVerificationToken", StringComparison.Ordinal);
        if (!hasToken && generator.GenerateAntiforgery(ViewContext) is { } token)
            output.PostContent.AppendHtml(token);
    }
}

/// <summary>The button that sends a form; a second press within a second does nothing.</summary>
[HtmlTargetElement("submit-button")]
public sealed class SubmitButtonTagHelper : TagHelper
{
    /// <summary>secondary, warning or inverse; empty for the main button.</summary>
    public string? Variant
    {
        get;
        set => field = value is "" ? null : value;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute(
            "class",
            El.Css("govuk-button", Variant is null ? null : "govuk-button--" + Variant)
        );
        output.Attributes.SetAttribute("data-module", "govuk-button");
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
    }
}
