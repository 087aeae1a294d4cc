using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Foster.TestKit;

namespace Foster.Browser;

/// <summary>
/// Sends a form with nothing in it. Whoever must answer something is told so in the GOV.UK pattern: title, box with
/// links in the order of the page, the same words beside each field.
/// </summary>
internal static class EmptyPost
{
    /// <summary>The forms of a page that ask something. Those that only confirm an act would do it.</summary>
    public static IReadOnlyList<IHtmlFormElement> Asking(HtmlPage page) =>
        [
            .. page
                .Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
                .Where(f => Inputs(f).Any()),
        ];

    /// <summary>True when at least one field of the form is not said to be optional; ticks may be either.</summary>
    public static bool MustAnswer(IHtmlFormElement form) =>
        Inputs(form)
            .Where(i => i is not IHtmlInputElement { Type: "checkbox" })
            .Any(i => !Question(i).TextContent.Contains("(optional)", StringComparison.Ordinal));

    public static async Task<IReadOnlyList<string>> SendAsync(Seen seen, IHtmlFormElement form)
    {
        var asked = new HtmlForm(seen.Who.Visitor, seen.Page, form);
        var must = MustAnswer(form);
        var answer = await asked.Clear().SubmitAsync();
        if ((int)answer.Status >= 500)
            return [$"answers {(int)answer.Status} to an empty post"];
        if (!answer.Has(".govuk-error-summary"))
            return must ? [$"takes an empty post and leads to {answer.Path}: {answer.Title}"] : [];
        return [.. Pattern(answer)];
    }

    /// <summary>What the answer lacks of the pattern.</summary>
    public static IEnumerable<string> Pattern(HtmlPage answer)
    {
        if (!answer.Title.StartsWith("Error: ", StringComparison.Ordinal))
            yield return $"has the title “{answer.Title}” after an empty post";
        var summary = answer.Find(".govuk-error-summary");
        if (summary.QuerySelector("h2")?.TextContent.Trim() != "There is a problem")
            yield return "does not say “There is a problem”";
        if (
            answer.Document.QuerySelector("main h1, main h2") is { } first
            && !summary.Contains(first)
        )
            yield return "has its error summary below another heading";
        var last = -1;
        var all = answer.Document.All.ToList();
        foreach (var error in answer.ErrorSummary)
        {
            if (
                error.Field.Length == 0
                || answer.Document.GetElementById(error.Field) is not { } field
            )
            {
                yield return $"says “{error.Text}” without a link to a field";
                continue;
            }

            var at = all.IndexOf(field);
            if (at < last)
                yield return $"says “{error.Text}” out of the order of the page";
            last = at;
            var beside = Group(field).QuerySelectorAll(".govuk-error-message");
            if (
                !beside.Any(b =>
                    b.TextContent.Trim().EndsWith(error.Text, StringComparison.Ordinal)
                )
            )
                yield return $"does not say “{error.Text}” beside its field";
        }
    }

    private static IEnumerable<IElement> Inputs(IHtmlFormElement form) =>
        form.Elements.Where(e =>
            e
                is IHtmlTextAreaElement
                    or IHtmlSelectElement
                    or IHtmlInputElement { Type: not ("hidden" or "submit") }
            && e.Closest(".app-trap") is null
            && !e.HasAttribute("disabled")
        );

    private static IElement Group(IElement field)
    {
        var group = field.Closest(".govuk-form-group") ?? field;
        // A date's parts have groups of their own within that of the date.
        return group.ParentElement?.Closest(".govuk-form-group") ?? group;
    }

    /// <summary>Where the field's label stands: its group, or the fieldset around several.</summary>
    private static IElement Question(IElement field) => Group(field);
}
