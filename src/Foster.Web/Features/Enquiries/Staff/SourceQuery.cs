using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The months of the report on sources as they stand in its address.</summary>
public sealed class SourceQuery
{
    private const int MonthsBack = 60;
    private const int MonthsShown = 12;
    private const int MostMonths = 24;
    private const string Written = "yyyy-MM";

    private static readonly ChoiceField<Touch> Touches = new(
        "touch",
        new Option<Touch>(Touch.First, "First: what brought them to us at all"),
        new Option<Touch>(Touch.Last, "Last: what they came by when they enquired")
    )
    {
        Label = "Which touch counts",
        Optional = true,
        AsSelect = true,
    };

    private readonly ChoiceField<string> from;
    private readonly ChoiceField<string> to;

    public SourceQuery(IQueryCollection query, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        from = Months("from", "First month", month);
        to = Months("to", "Last month", month);
        Form = new Form(from, to, Touches) { Narrows = true };
        foreach (var name in Form.Fields.SelectMany(f => f.InputNames))
            Form.Answers.Set(name, query[name].FirstOrDefault() ?? "");
        Form.Check(today);
        var last = Month(Form.Get(to)) ?? month;
        var first = Month(Form.Get(from)) ?? last.AddMonths(1 - MonthsShown);
        Span = new(first, last, Form.Get(Touches) ?? Touch.First);
        if (!Form.Ok)
            return;
        if (first > last)
            Form.AddError(to, "The last month must be the first month or later");
        else if (first.AddMonths(MostMonths) <= last)
            Form.AddError(to, $"Select {MostMonths} months or fewer");
        else
            Form.Suggest(from, Write(first)).Suggest(to, Write(last)).Suggest(Touches, Span.Touch);
    }

    public Form Form { get; }

    /// <summary>Only where the form has no error.</summary>
    public SourceSpan Span { get; }

    /// <summary>This view under another address.</summary>
    public string Address(string path) =>
        CaseLinks.With(path, [.. Form.Fields.Select(f => (f.Name, (string?)Form.Answers[f.Name]))]);

    private static ChoiceField<string> Months(string name, string label, DateOnly latest) =>
        new(
            name,
            [
                .. Enumerable
                    .Range(0, MonthsBack)
                    .Select(back => latest.AddMonths(-back))
                    .Select(m => new Option<string>(Write(m), SourceFields.Month(m))),
            ]
        )
        {
            Label = label,
            MissingMessage = $"Select the {Words.LowerFirst(label)} from the list",
            Optional = true,
            AsSelect = true,
        };

    private static string Write(DateOnly month) =>
        month.ToString(Written, CultureInfo.InvariantCulture);

    private static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(
            text,
            Written,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        )
            ? month
            : null;
}
