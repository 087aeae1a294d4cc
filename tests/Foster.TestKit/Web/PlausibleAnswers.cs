using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Foster.TestKit;

/// <summary>
/// Fills in forms that a test knows nothing about, as somebody would who answers everything: for walks that must get
/// to the end of any journey, whatever it asks.
/// </summary>
/// <param name="yes">What is answered to yes-or-no questions.</param>
/// <param name="person">The name of whoever answers, also before the @ of their address.</param>
/// <param name="text">What is typed where any words will do, by the name of the field; null leaves it to us.</param>
public sealed class PlausibleAnswers(
    bool yes,
    string person = "Plain",
    Func<string, string?>? text = null
)
{
    private const int MostPages = 60;

    /// <summary>Answers page after page until one says that it is done or has no form, or has this address.</summary>
    public async Task<HtmlPage> WalkAsync(HtmlPage page, string? until = null)
    {
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (
                page.Address.AbsolutePath == until
                || page.Has(".govuk-panel--confirmation")
                || !page.Has("main form[method=post]")
            )
            {
                return page;
            }

            page = await AnswerAsync(page);
        }

        throw new InvalidOperationException($"The walk does not end. {page}");
    }

    /// <summary>Answers one page. What it refuses is typed again, plainly.</summary>
    public async Task<HtmlPage> AnswerAsync(HtmlPage page)
    {
        var next = await Fill(page, text).SubmitAsync();
        return next.ErrorSummary.Count == 0 ? next : await Fill(next, null).SubmitAsync();
    }

    /// <summary>Answers one page and takes what comes of it.</summary>
    public Task<HtmlPage> OnceAsync(HtmlPage page) => Fill(page, text).SubmitAsync();

    private HtmlForm Fill(HtmlPage page, Func<string, string?>? words)
    {
        var form = page.Form("main form[method=post]");
        foreach (
            var group in form.Element.Elements.OfType<IHtmlInputElement>().GroupBy(i => i.Name)
        )
        {
            switch (group.First().Type)
            {
                case "radio":
                    Choose([.. group]);
                    break;
                case "checkbox":
                    group.First().IsChecked = true;
                    break;
                case "hidden" or "submit" or "file":
                // The box that people do not see.
                case "text" when group.Key == "website":
                    break;
                default:
                    group.First().Value = Typed(group.First(), words);
                    break;
            }
        }

        foreach (var area in form.Element.Elements.OfType<IHtmlTextAreaElement>())
        {
            area.Value = words?.Invoke(area.Name ?? "") ?? "A few words";
        }

        foreach (var list in form.Element.Elements.OfType<IHtmlSelectElement>())
        {
            list.Options.First(o => o.Value.Length > 0).IsSelected = true;
        }

        return form;
    }

    private void Choose(IReadOnlyList<IHtmlInputElement> radios)
    {
        // One of several is enough: whoever always needs another never comes to an end.
        var says = yes && radios[0].Name != "more" ? "yes" : "no";
        var wanted =
            radios.FirstOrDefault(r => r.Value.Equals(says, StringComparison.OrdinalIgnoreCase))
            ?? (yes ? radios[^1] : radios[0]);
        foreach (var radio in radios)
        {
            radio.IsChecked = radio == wanted;
        }
    }

    private string Typed(IHtmlInputElement input, Func<string, string?>? words)
    {
        var name = input.Name ?? "";
        var kind = input.GetAttribute("autocomplete");
        return name switch
        {
            _ when name.EndsWith("-day", StringComparison.Ordinal) => "15",
            _ when name.EndsWith("-month", StringComparison.Ordinal) => "6",
            _ when name.EndsWith("-year", StringComparison.Ordinal) => "1985",
            _ when input.Type == "email" => $"{person.ToLowerInvariant()}.{name}@people.example",
            _ when input.Type == "tel" => "01632 960001",
            _ when kind == "postal-code" || name.Contains("postcode", StringComparison.Ordinal) =>
                "CH41 1AA",
            _ when input.GetAttribute("inputmode") == "numeric" => "3",
            _ => words?.Invoke(name) ?? person,
        };
    }
}
