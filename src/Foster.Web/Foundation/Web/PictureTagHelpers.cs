using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>What happened and what is to come, in order.</summary>
[HtmlTargetElement("time-line")]
public sealed class TimeLineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "app-timeline");
    }
}

/// <summary>One point of a time-line; more about it inside.</summary>
[HtmlTargetElement("time-line-entry", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeLineEntryTagHelper : TagHelper
{
    public required string Title { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>Who did it or for whom it waits.</summary>
    public string? By
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>done, now, next or late; what is said beside the colour follows from it.</summary>
    public string State { get; set; } = "done";

    /// <summary>Level of its heading: one below the heading above the time-line.</summary>
    public int Level { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"app-timeline__item app-timeline__item--{State}");
        var said = State switch
        {
            "now" => "Now: ",
            "next" => "To come: ",
            "late" => "Late: ",
            _ => null,
        };
        output.Content.AppendHtml(
            El.Of(
                Level == 2 ? "h2"
                    : Level == 4 ? "h4"
                    : "h3",
                "app-timeline__title",
                said is null ? null : El.Hidden(said),
                Title
            )
        );
        if (Date is not null || By is not null)
            output.Content.AppendHtml(
                El.Of(
                    "p",
                    "app-timeline__when",
                    Date is { } date ? British.Time(date) : null,
                    Date is not null && By is not null ? ", " : null,
                    By
                )
            );
        if (!inside.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(El.Of("div", "app-timeline__text", inside));
    }
}

/// <summary>A deadline as a tile: what, when, how long still; the rule behind it inside.</summary>
[HtmlTargetElement("clock-tile", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClockTileTagHelper : TagHelper
{
    public required string Title { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>Days still left, counted by <see cref="Unit"/>; below 0 is overdue.</summary>
    public int? DaysLeft { get; set; }

    public string Unit { get; set; } = "working day";

    /// <summary>When it was done; the tile then says so and nothing is due.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Days left at which it starts to look urgent.</summary>
    public int SoonAt { get; set; } = 3;

    public string? Href
    {
        get;
        set => field = value is "" ? null : value;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-clock app-clock--" + State);
        object title = Href is null
            ? Title
            : El.Of("a", "govuk-link app-clock__link", Title).With("href", Href);
        output.Content.SetHtmlContent(El.Of("p", "app-clock__title", title));
        output.Content.AppendHtml(El.Of("p", "app-clock__left", Left));
        if ((DoneOn ?? Due) is { } date)
            output.Content.AppendHtml(El.Of("p", "app-clock__date", British.Time(date)));
        if (!inside.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(El.Of("div", "app-clock__why", inside));
    }

    private string State =>
        DoneOn is not null ? "done"
        : DaysLeft is null ? "open"
        : DaysLeft < 0 ? "late"
        : DaysLeft <= SoonAt ? "soon"
        : "open";

    private string Left =>
        (DoneOn, DaysLeft) switch
        {
            ({ }, _) => "Done",
            (_, null) => Due is null ? "No date yet" : "Due",
            (_, 0) => "Due today",
            (_, < 0) => $"{Count(-DaysLeft.Value)} overdue",
            _ => $"Due in {Count(DaysLeft.Value)}",
        };

    private string Count(int days) =>
        $"{days.ToString(CultureInfo.InvariantCulture)} {Unit}{(days == 1 ? "" : "s")}";
}

/// <summary>One figure with what it counts; more about it inside.</summary>
[HtmlTargetElement("stat-tile", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatTileTagHelper : TagHelper
{
    public required string Figure { get; set; }

    public required string Label { get; set; }

    public string? Href
    {
        get;
        set => field = value is "" ? null : value;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-stat");
        object label = Href is null ? Label : El.Of("a", "govuk-link", Label).With("href", Href);
        output.Content.SetHtmlContent(El.Of("p", "app-stat__figure", Figure));
        output.Content.AppendHtml(El.Of("p", "app-stat__label", label));
        if (!inside.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(El.Of("div", "app-stat__text", inside));
    }
}
