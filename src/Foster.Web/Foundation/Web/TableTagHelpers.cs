using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// A table that turns into cards on a narrow screen. Name the columns with | between them (a > in
/// front sets a column of numbers); write table-row and table-cell inside.
/// </summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>The caption is for screen readers only, where a heading says the same.</summary>
    public bool CaptionHidden { get; set; }

    public required string Columns { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var columns = Columns
            .Split('|', StringSplitOptions.TrimEntries)
            .Select(c => new TableColumn(c))
            .ToArray();
        context.Items[typeof(TableColumn)] = columns;
        var inside = await output.GetChildContentAsync();

        // Roles are said again because a table that is laid out as cards loses them.
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-table app-table");
        output.Attributes.SetAttribute("role", "table");
        var css = CaptionHidden
            ? "govuk-visually-hidden"
            : "govuk-table__caption govuk-table__caption--m";
        output.Content.SetHtmlContent(El.Of("caption", css, Caption));
        var row = El.Of("tr", "govuk-table__row").With("role", "row");
        foreach (var column in columns)
            row.Add(
                El.Of(
                        "th",
                        El.Css(
                            "govuk-table__header",
                            column.Numeric ? "govuk-table__header--numeric" : null
                        ),
                        column.Title.Length > 0 ? column.Title : El.Hidden("Action")
                    )
                    .With("scope", "col")
                    .With("role", "columnheader")
            );
        output.Content.AppendHtml(
            El.Of("thead", "govuk-table__head", row).With("role", "rowgroup")
        );
        output.Content.AppendHtml(
            El.Of("tbody", "govuk-table__body", inside).With("role", "rowgroup")
        );
    }
}

internal sealed class TableColumn(string written)
{
    public bool Numeric { get; } = written.StartsWith('>');

    public string Title { get; } = written.TrimStart('>').Trim();
}

/// <summary>One row of a data-table.</summary>
[HtmlTargetElement("table-row")]
public sealed class TableRowTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(TableRowTagHelper)] = new int[1];
        await output.GetChildContentAsync();
        output.TagName = "tr";
        output.Attributes.SetAttribute("class", "govuk-table__row");
        output.Attributes.SetAttribute("role", "row");
    }
}

/// <summary>One cell; the first of a row is its heading. Takes its column's name along for narrow screens.</summary>
[HtmlTargetElement("table-cell", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TableCellTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var columns = (TableColumn[])context.Items[typeof(TableColumn)];
        var next = (int[])context.Items[typeof(TableRowTagHelper)];
        var index = next[0]++;
        var column = index < columns.Length ? columns[index] : new TableColumn("");
        output.TagMode = TagMode.StartTagAndEndTag;
        if (index == 0)
        {
            output.TagName = "th";
            output.Attributes.SetAttribute("scope", "row");
            output.Attributes.SetAttribute("class", "govuk-table__header");
            output.Attributes.SetAttribute("role", "rowheader");
        }
        else
        {
            output.TagName = "td";
            output.Attributes.SetAttribute(
                "class",
                El.Css("govuk-table__cell", column.Numeric ? "govuk-table__cell--numeric" : null)
            );
            output.Attributes.SetAttribute("role", "cell");
        }
        output.Attributes.SetAttribute("data-label", column.Title);
    }
}
