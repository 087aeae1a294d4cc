using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Foster.TestKit;

/// <summary>
/// A form as it is being filled in. Fields are named by what a person reads (their label, or the legend of their
/// group) or by their name; hidden fields and the antiforgery token go with it, as in a browser.
/// </summary>
public sealed class HtmlForm(HtmlVisitor visitor, HtmlPage page, IHtmlFormElement form)
{
    private readonly Dictionary<IElement, (string Name, string Type, byte[] Content)> files = [];

    public IHtmlFormElement Element => form;

    /// <summary>Types into a field, or picks the option with these words in a list.</summary>
    public HtmlForm Fill(string field, string value) => Fill(Field(field, form), value);

    /// <summary>Types into one of several fields of a group: Fill("Date of birth", "Day", "29").</summary>
    public HtmlForm Fill(string group, string field, string value) =>
        Fill(Field(field, Group(group)), value);

    public HtmlForm FillDate(string group, int day, int month, int year) =>
        Fill(group, "Day", day.ToString())
            .Fill(group, "Month", month.ToString())
            .Fill(group, "Year", year.ToString());

    public HtmlForm FillDate(string group, DateOnly date) =>
        FillDate(group, date.Day, date.Month, date.Year);

    /// <summary>Picks the answer with these words: Choose("Do you have a spare room?", "Yes").</summary>
    public HtmlForm Choose(string group, string answer)
    {
        if (Field(answer, Group(group)) is not IHtmlInputElement { Type: "radio" } chosen)
        {
            throw new InvalidOperationException($"“{answer}” is no radio button. {page}");
        }

        foreach (var radio in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]"))
        {
            radio.IsChecked = radio == chosen || (radio.Name != chosen.Name && radio.IsChecked);
        }

        return this;
    }

    public HtmlForm Check(params string[] boxes) => Tick(boxes, form, true);

    public HtmlForm Uncheck(params string[] boxes) => Tick(boxes, form, false);

    /// <summary>Ticks boxes of one group, where several groups have boxes with the same words.</summary>
    public HtmlForm CheckIn(string group, params string[] boxes) => Tick(boxes, Group(group), true);

    public HtmlForm Attach(
        string field,
        string fileName,
        byte[] content,
        string type = "application/octet-stream"
    )
    {
        files[Field(field, form)] = (fileName, type, content);
        return this;
    }

    /// <summary>Changes a value that a person cannot change, such as a hidden field.</summary>
    public HtmlForm Tamper(string name, string value)
    {
        var field = form.QuerySelectorAll<IHtmlInputElement>("input").First(i => i.Name == name);
        field.Value = value;
        return this;
    }

    /// <summary>Takes out everything that a person could have answered; what is hidden stays.</summary>
    public HtmlForm Clear()
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlSelectElement list:
                    foreach (var option in list.Options)
                    {
                        option.IsSelected = false;
                    }

                    break;
                case IHtmlTextAreaElement area:
                    area.Value = "";
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    box.IsChecked = false;
                    break;
                case IHtmlInputElement { Type: not ("hidden" or "submit") } input:
                    input.Value = "";
                    break;
            }
        }

        return this;
    }

    /// <summary>What a field holds now, as a person would see it.</summary>
    public string Value(string field) => ValueOf(Field(field, form));

    public string Value(string group, string field) => ValueOf(Field(field, Group(group)));

    /// <summary>Presses the button with these words, or the first one, as the Enter key does.</summary>
    public Task<HtmlPage> SubmitAsync(string? button = null)
    {
        var buttons = form.Elements.OfType<IHtmlElement>().Where(IsButton).ToList();
        var pressed = button is null
            ? buttons.FirstOrDefault()
            : buttons.SingleOrDefault(b => WordsOn(b) == button)
                ?? throw new InvalidOperationException(
                    $"No single button “{button}” among: {string.Join(", ", buttons.Select(WordsOn))}. {page}"
                );
        var fields = Fields(pressed).ToList();
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = new Uri(page.Address, string.IsNullOrEmpty(action) ? page.Path : action);
        var method = pressed?.GetAttribute("formmethod") ?? form.GetAttribute("method") ?? "get";
        if (!method.Equals("post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join(
                '&',
                fields.Select(f =>
                    $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"
                )
            );
            return visitor.GetAsync(new UriBuilder(address) { Query = query }.Uri);
        }

        return visitor.SendAsync(HttpMethod.Post, address, Content(fields));
    }

    private HttpContent Content(List<(string Name, string Value, IElement Element)> fields)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(
                fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
            );
        }

        var content = new MultipartFormDataContent
        {
            HeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        foreach (var (name, value, element) in fields)
        {
            if (element is not IHtmlInputElement { Type: "file" })
            {
                content.Add(new StringContent(value), $"\"{name}\"");
                continue;
            }

            var (fileName, type, bytes) = files.GetValueOrDefault(
                element,
                ("", "application/octet-stream", [])
            );
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            part.Headers.TryAddWithoutValidation(
                "Content-Disposition",
                $"form-data; name=\"{name}\"; filename=\"{fileName}\""
            );
            content.Add(part);
        }

        return content;
    }

    private IEnumerable<(string Name, string Value, IElement Element)> Fields(IElement? pressed)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || IsDisabled(element))
            {
                continue;
            }

            if (element == pressed || !IsButton(element))
            {
                foreach (var value in Sent(element))
                {
                    yield return (name, value, element);
                }
            }
        }
    }

    private static IEnumerable<string> Sent(IElement element) =>
        element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked
                ? [box.HasAttribute("value") ? box.Value : "on"]
                : [],
            IHtmlSelectElement list => list.Options.Where(o => o.IsSelected).Select(o => o.Value),
            // A browser sends line breaks as CR LF.
            IHtmlTextAreaElement area => [area.Value.ReplaceLineEndings("\r\n")],
            IHtmlInputElement input => [input.Value],
            IHtmlButtonElement button => [button.Value],
            _ => [],
        };

    private HtmlForm Fill(IElement field, string value)
    {
        switch (field)
        {
            case IHtmlSelectElement list:
                var option =
                    list.Options.FirstOrDefault(o => HtmlPage.Words(o.TextContent) == value)
                    ?? throw new InvalidOperationException(
                        $"No option “{value}” in {list.Name}. {page}"
                    );
                foreach (var other in list.Options)
                {
                    other.IsSelected = other == option;
                }

                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement
            {
                Type: not ("radio" or "checkbox" or "hidden" or "file")
            } input:
                input.Value = value;
                break;
            default:
                throw new InvalidOperationException($"Nothing can be typed there. {page}");
        }

        return this;
    }

    private HtmlForm Tick(string[] boxes, IElement within, bool on)
    {
        foreach (var box in boxes)
        {
            ((IHtmlInputElement)Field(box, within)).IsChecked = on;
        }

        return this;
    }

    private static string ValueOf(IElement field) =>
        field switch
        {
            IHtmlSelectElement list => string.Join(
                ", ",
                list.Options.Where(o => o.IsSelected).Select(o => HtmlPage.Words(o.TextContent))
            ),
            _ => string.Join(", ", Sent(field)),
        };

    private IElement Group(string words)
    {
        var found = form.QuerySelectorAll("fieldset")
            .Where(f => HtmlPage.Words(f.QuerySelector("legend")?.TextContent) == words)
            .ToList();
        return found is [var only]
            ? only
            : throw new InvalidOperationException(
                $"{found.Count} groups are called “{words}”. {page}"
            );
    }

    private IElement Field(string words, IElement within)
    {
        var fields = form.Elements.Where(e => within == form || within.Contains(e)).ToList();
        var labelled = fields.Where(f => Labels(f).Contains(words)).ToList();
        var found =
            labelled.Count > 0
                ? labelled
                : fields.Where(f => f.GetAttribute("name") == words).ToList();
        return found is [var only]
            ? only
            : throw new InvalidOperationException(
                $"{found.Count} fields are called “{words}”; there are: {string.Join(", ", fields.SelectMany(Labels))}. {page}"
            );
    }

    private IEnumerable<string> Labels(IElement field)
    {
        if (field.GetAttribute("aria-label") is { } said)
        {
            yield return said;
        }

        foreach (var label in form.QuerySelectorAll<IHtmlLabelElement>("label"))
        {
            if (label.HtmlFor is { } id ? id == field.Id : label.Contains(field))
            {
                yield return HtmlPage.Words(label.TextContent);
            }
        }
    }

    private static bool IsButton(IElement element) =>
        element
            is IHtmlButtonElement { Type: "submit" }
                or IHtmlInputElement { Type: "submit" or "image" };

    private static bool IsDisabled(IElement element) =>
        element.HasAttribute("disabled") || element.Closest("fieldset[disabled]") is not null;

    private static string WordsOn(IHtmlElement button) =>
        button is IHtmlInputElement input ? input.Value : HtmlPage.Words(button.TextContent);
}
