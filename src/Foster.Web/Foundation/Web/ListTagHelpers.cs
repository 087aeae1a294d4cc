using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>Labels and values, each with a change link if there is one.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>Rows from a form; more may be written inside.</summary>
    public IReadOnlyList<SummaryRow>? Rows { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-summary-list");
        foreach (var row in Rows ?? [])
            output.PreContent.AppendHtml(
                SummaryRowTagHelper.Row(
                    row.Label,
                    El.Of("dd", "govuk-summary-list__value", row.Value),
                    row.ChangeHref,
                    row.ChangeHidden
                )
            );
    }
}

/// <summary>One row; the value is the attribute or what is written inside.</summary>
[HtmlTargetElement("summary-row", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Label { get; set; }

    public string? Value
    {
        get;
        set => field = value is "" ? null : value;
    }

    public string? ChangeHref
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>Words after "Change" for screen readers; the label in small letters if not given.</summary>
    public string? ChangeHidden
    {
        get;
        set => field = value is "" ? null : value;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var value = El.Of("dd", "govuk-summary-list__value");
        if (!inside.IsEmptyOrWhiteSpace)
            value.Add(inside);
        else
            value.Add(string.IsNullOrWhiteSpace(Value) ? "Not provided" : Value);
        output.TagName = null;
        output.Content.SetHtmlContent(
            Row(Label, value, ChangeHref, ChangeHidden ?? Label.ToLowerInvariant())
        );
    }

    internal static TagBuilder Row(string label, TagBuilder value, string? href, string hidden)
    {
        var actions = href is null
            ? null
            : El.Of(
                "dd",
                "govuk-summary-list__actions",
                El.Of("a", "govuk-link", "Change", El.Hidden(" " + hidden)).With("href", href)
            );
        return El.Of(
            "div",
            El.Css(
                "govuk-summary-list__row",
                href is null ? "govuk-summary-list__row--no-actions" : null
            ),
            El.Of("dt", "govuk-summary-list__key", label),
            value,
            actions
        );
    }
}

/// <summary>A list of tasks with their statuses.</summary>
[HtmlTargetElement("task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}

/// <summary>One task. "Completed" stands plain, other statuses in a tag; without href it cannot be opened.</summary>
[HtmlTargetElement("task-item", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskItemTagHelper : TagHelper
{
    public required string Title { get; set; }

    public required string Status { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public string? Href
    {
        get;
        set => field = value is "" ? null : value;
    }

    public string? Hint
    {
        get;
        set => field = value is "" ? null : value;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The framework's own number comes again in each turn of a loop.
        var number = (ViewContext.ViewData["Tasks"] as int? ?? 0) + 1;
        ViewContext.ViewData["Tasks"] = number;
        var id = $"task-{number}";
        var described = El.Css(Hint is null ? null : id + "-hint", id + "-status");
        object title = Href is null
            ? El.Of("div", null, Title)
            : El.Of("a", "govuk-link govuk-task-list__link", Title)
                .With("href", Href)
                .With("aria-describedby", described);
        var hint = Hint is null
            ? null
            : El.Of("div", "govuk-task-list__hint", Hint).With("id", id + "-hint");
        var waiting = Href is null && Status.StartsWith("Cannot", StringComparison.Ordinal);
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            El.Css(
                "govuk-task-list__item",
                Href is null ? null : "govuk-task-list__item--with-link"
            )
        );
        output.Content.SetHtmlContent(El.Of("div", "govuk-task-list__name-and-hint", title, hint));
        object status =
            Status == "Completed" || waiting ? Status : StatusTagTagHelper.Tag(Status, null);
        output.Content.AppendHtml(
            El.Of(
                    "div",
                    El.Css(
                        "govuk-task-list__status",
                        waiting ? "govuk-task-list__status--cannot-start-yet" : null
                    ),
                    status
                )
                .With("id", id + "-status")
        );
    }
}

/// <summary>A short status in a coloured tag; the colour follows from the words unless it is given.</summary>
[HtmlTargetElement("status-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>The words; or write them inside.</summary>
    public string? Text
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>grey, green, teal, blue, purple, magenta, red, orange or yellow.</summary>
    public string? Colour
    {
        get;
        set => field = value is "" ? null : value;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Text is not null)
            output.Content.SetContent(Text);
        var words = Text ?? (await output.GetChildContentAsync()).GetContent().Trim();
        output.Attributes.SetAttribute("class", Css(words, Colour));
    }

    internal static TagBuilder Tag(string text, string? colour) =>
        El.Of("strong", Css(text, colour), text);

    private static string Css(string text, string? colour) =>
        El.Css("govuk-tag", "govuk-tag--" + (colour ?? ColourOf(text)));

    private static string ColourOf(string text) =>
        text.ToLowerInvariant() switch
        {
            "overdue" or "refused" or "failed" or "urgent" or "late" or "done late" => "red",
            "due today" or "due soon" or "waiting" or "on hold" => "yellow",
            "in progress" or "open" or "active" => "blue",
            "completed"
            or "done"
            or "done in time"
            or "approved"
            or "passed"
            or "paid"
            or "received"
            or "met" => "green",
            "new" or "not started" or "incomplete" => "teal",
            _ => "grey",
        };
}
