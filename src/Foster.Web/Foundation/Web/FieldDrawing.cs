using System.Globalization;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Foster.Web.Foundation.Web;

/// <summary>Draws one field with its label, hint and error, in the markup of the GOV.UK Design System.</summary>
internal sealed class FieldDrawing(Form form, Field asked, bool asHeading)
{
    private readonly IReadOnlyList<FieldError> errors = [.. form.ErrorsOf(asked)];

    private bool Wrong => errors.Count > 0;

    private string HintId => asked.Name + "-hint";

    private string ErrorId => asked.Name + "-error";

    private string LabelText =>
        asked.Optional && !form.Narrows && asked.Shape is not (TickShape or FileShape)
            ? asked.Label + " (optional)"
            : asked.Label;

    public IHtmlContent Draw() =>
        asked.Shape switch
        {
            TextAreaShape area => DrawArea(area),
            PasswordShape => DrawPassword(),
            DateShape => Group(Fieldset("group", Hint(), Error(), DrawDate())),
            TickShape tick => Group(Error(), DrawTick(tick)),
            ChoiceShape { AsSelect: true } choice => Group(
                Label(),
                Hint(),
                Error(),
                DrawSelect(choice)
            ),
            ChoiceShape choice => Group(Fieldset(null, Hint(), Error(), DrawChoices(choice))),
            FileShape file => Group(Label(), Hint(), Error(), DrawFile(file)),
            InputShape input => Group(Label(), Hint(), Error(), DrawInput(input)),
            var other => throw new NotSupportedException($"No drawing for {other.GetType().Name}."),
        };

    private TagBuilder DrawInput(InputShape shape)
    {
        var input = Input(
                shape.Type,
                El.Css("govuk-input", shape.Width, Wrong ? "govuk-input--error" : null)
            )
            .With("value", form.Raw(asked.Name))
            .With("inputmode", shape.InputMode)
            .If(!shape.Spellcheck, "spellcheck", "false");
        if (shape.Prefix is null && shape.Suffix is null)
            return input;
        return El.Of(
            "div",
            "govuk-input__wrapper",
            Affix("govuk-input__prefix", shape.Prefix),
            input,
            Affix("govuk-input__suffix", shape.Suffix)
        );
    }

    private TagBuilder DrawFile(FileShape shape) =>
        Input("file", El.Css("govuk-file-upload", Wrong ? "govuk-file-upload--error" : null))
            .With("accept", shape.Accept);

    private TagBuilder DrawArea(TextAreaShape shape)
    {
        var infoId = asked.Name + "-info";
        var limit = shape.Max.ToString("N0", CultureInfo.InvariantCulture);
        var area = El.Of(
                "textarea",
                El.Css(
                    "govuk-textarea govuk-js-character-count",
                    Wrong ? "govuk-textarea--error" : null
                ),
                // A line end right after the start tag is swallowed by browsers.
                "\n" + form.Raw(asked.Name)
            )
            .With("id", asked.Name)
            .With("name", asked.Name)
            .With("rows", shape.Rows.ToString(CultureInfo.InvariantCulture))
            .With("autocomplete", asked.Autocomplete)
            .If(!shape.Spellcheck, "spellcheck", "false")
            .With("aria-describedby", Described(infoId));
        return Group(
                Label(),
                Hint(),
                Error(),
                area,
                El.Of(
                        "div",
                        "govuk-hint govuk-character-count__message",
                        $"You can enter up to {limit} characters"
                    )
                    .With("id", infoId)
            )
            .With("data-module", "govuk-character-count")
            .With("data-maxlength", shape.Max.ToString(CultureInfo.InvariantCulture))
            .Also("govuk-character-count");
    }

    private TagBuilder DrawPassword()
    {
        var input = Input(
                "password",
                El.Css(
                    "govuk-input govuk-password-input__input govuk-js-password-input-input",
                    Wrong ? "govuk-input--error" : null
                )
            )
            .With("spellcheck", "false")
            .With("autocapitalize", "none");
        var toggle = El.Of(
                "button",
                "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
                "Show"
            )
            .With("type", "button")
            .With("data-module", "govuk-button")
            .With("aria-controls", asked.Name)
            .With("aria-label", "Show password")
            .With("hidden", "");
        var wrapper = El.Of(
            "div",
            "govuk-input__wrapper govuk-password-input__wrapper",
            input,
            toggle
        );
        return Group(Label(), Hint(), Error(), wrapper)
            .With("data-module", "govuk-password-input")
            .Also("govuk-password-input");
    }

    private TagBuilder DrawDate()
    {
        string[] labels = ["Day", "Month", "Year"];
        var wrong = errors.SelectMany(e => e.Inputs).ToHashSet();
        var whole = El.Of("div", "govuk-date-input").With("id", asked.Name);
        for (var i = 0; i < 3; i++)
        {
            var name = asked.InputNames[i];
            var css = El.Css(
                "govuk-input govuk-date-input__input",
                i == 2 ? "govuk-input--width-4" : "govuk-input--width-2",
                wrong.Contains(name) ? "govuk-input--error" : null
            );
            var purpose =
                asked.Autocomplete == "bday" ? "bday-" + labels[i].ToLowerInvariant() : null;
            var input = El.Of("input", css)
                .With("id", name)
                .With("name", name)
                .With("type", "text")
                .With("value", form.Raw(name))
                .With("inputmode", i == 1 ? null : "numeric")
                .With("autocomplete", purpose)
                .Alone();
            var label = El.Of("label", "govuk-label govuk-date-input__label", labels[i])
                .With("for", name);
            whole.Add(
                El.Of(
                    "div",
                    "govuk-date-input__item",
                    El.Of("div", "govuk-form-group", label, input)
                )
            );
        }
        return whole;
    }

    private TagBuilder DrawTick(TickShape shape)
    {
        var input = Input("checkbox", "govuk-checkboxes__input")
            .With("value", shape.Value)
            .If(form.Answers.Many(asked.Name).Contains(shape.Value), "checked");
        var hint = Hint();
        if (hint is not null)
            hint.Attributes["class"] = "govuk-hint govuk-checkboxes__hint";
        return El.Of(
                "div",
                "govuk-checkboxes",
                El.Of(
                    "div",
                    "govuk-checkboxes__item",
                    input,
                    El.Of("label", "govuk-label govuk-checkboxes__label", asked.Label)
                        .With("for", asked.Name),
                    hint
                )
            )
            .With("data-module", "govuk-checkboxes");
    }

    private TagBuilder DrawSelect(ChoiceShape shape)
    {
        var chosen = form.Answers.Many(asked.Name);
        var select = El.Of("select", El.Css("govuk-select", Wrong ? "govuk-select--error" : null))
            .With("id", asked.Name)
            .With("name", asked.Name)
            .With("autocomplete", asked.Autocomplete)
            .With("aria-describedby", Described());
        if (shape.Items.All(i => i.Value.Length > 0))
            select.Add(El.Of("option", null, "Choose one").With("value", ""));
        foreach (var item in shape.Items)
            select.Add(
                El.Of("option", null, item.Label)
                    .With("value", item.Value)
                    .If(chosen.Contains(item.Value), "selected")
            );
        return select;
    }

    private TagBuilder DrawChoices(ChoiceShape shape)
    {
        var kind = shape.Many ? "checkboxes" : "radios";
        var chosen = form.Answers.Many(asked.Name);
        var list = El.Of(
                "div",
                El.Css($"govuk-{kind}", shape.Inline && !shape.Many ? "govuk-radios--inline" : null)
            )
            .With("data-module", "govuk-" + kind);
        for (var i = 0; i < shape.Items.Count; i++)
        {
            var item = shape.Items[i];
            var id = i == 0 ? asked.Name : $"{asked.Name}-{i + 1}";
            var input = El.Of("input", $"govuk-{kind}__input")
                .With("id", id)
                .With("name", asked.Name)
                .With("type", shape.Many ? "checkbox" : "radio")
                .With("value", item.Value)
                .If(chosen.Contains(item.Value), "checked")
                .With("aria-describedby", item.Hint is null ? null : id + "-item-hint")
                .Alone();
            var label = El.Of("label", $"govuk-label govuk-{kind}__label", item.Label)
                .With("for", id);
            var hint = item.Hint is null
                ? null
                : El.Of("div", $"govuk-hint govuk-{kind}__hint", item.Hint)
                    .With("id", id + "-item-hint");
            list.Add(El.Of("div", $"govuk-{kind}__item", input, label, hint));
        }
        return list;
    }

    private TagBuilder Input(string type, string css) =>
        El.Of("input", css)
            .With("id", asked.Name)
            .With("name", asked.Name)
            .With("type", type)
            .With("autocomplete", asked.Autocomplete)
            .With("aria-describedby", Described())
            .Alone();

    private TagBuilder Group(params object?[] parts) =>
        El.Of("div", El.Css("govuk-form-group", Wrong ? "govuk-form-group--error" : null), parts);

    private TagBuilder Label()
    {
        var size = asHeading ? "govuk-label--l" : "govuk-label--s";
        var label = El.Of("label", $"govuk-label {size}", LabelText).With("for", asked.Name);
        return asHeading ? El.Of("h1", "govuk-label-wrapper", label) : label;
    }

    private TagBuilder Fieldset(string? role, params object?[] parts)
    {
        var size = asHeading ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--s";
        object text = asHeading ? El.Of("h1", "govuk-fieldset__heading", LabelText) : LabelText;
        return El.Of("fieldset", "govuk-fieldset")
            .With("role", role)
            .With("aria-describedby", Described())
            .Add(El.Of("legend", $"govuk-fieldset__legend {size}", text))
            .Add(parts);
    }

    private TagBuilder? Hint() =>
        asked.Hint is null ? null : El.Of("div", "govuk-hint", asked.Hint).With("id", HintId);

    private TagBuilder? Error()
    {
        if (!Wrong)
            return null;
        var messages = El.Of("div", null).With("id", ErrorId);
        foreach (var error in errors)
            messages.Add(
                El.Of("p", "govuk-error-message", El.Hidden("Error:"), " ", error.Message)
            );
        return messages;
    }

    private string? Described(string? more = null)
    {
        var ids = El.Css(asked.Hint is null ? null : HintId, Wrong ? ErrorId : null, more);
        return ids.Length == 0 ? null : ids;
    }

    private static TagBuilder? Affix(string css, string? text) =>
        text is null ? null : El.Of("div", css, text).With("aria-hidden", "true");
}
