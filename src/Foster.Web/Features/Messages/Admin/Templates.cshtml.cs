using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Messages.Admin;

/// <summary>Whose words a message is in.</summary>
public enum WordsSource
{
    Own,
    Fosters,
    Fixed,
}

/// <summary>All kinds of messages, and which of them the council has put into its own words.</summary>
public sealed class TemplatesModel(
    TemplateReads templates,
    TextChannel texts,
    ActorSource actors,
    LondonClock clock
) : PageModel, IHasForm
{
    private static readonly TextField Search = new("name")
    {
        Label = "Message",
        Optional = true,
        Max = 100,
        Width = "govuk-input--width-20",
    };

    private static readonly ChoiceField<WordsSource> Source = new(
        "words",
        new(WordsSource.Own, "Your own"),
        new(WordsSource.Fosters, "Foster’s"),
        new(WordsSource.Fixed, "Fixed")
    )
    {
        Label = "Words",
        Optional = true,
        AsSelect = true,
    };

    public Form Form { get; } = new(Search, Source) { Narrows = true };

    public IReadOnlyList<TemplateLine> Shown { get; private set; } = [];

    public IReadOnlyList<TemplateLine> Editable =>
        [.. Shown.Where(t => t.Template is { Fixed: null } and not LetterTemplate)];

    public IReadOnlyList<TemplateLine> Letters =>
        [.. Shown.Where(t => t.Template is LetterTemplate)];

    public IReadOnlyList<TemplateLine> Fixed => [.. Shown.Where(t => t.Template.Fixed is not null)];

    public bool TextsOn => texts.IsOn;

    public async Task OnGetAsync(CancellationToken ct)
    {
        foreach (var field in Form.Fields)
            Form.Answers.Set(field.Name, Request.Query[field.Name].FirstOrDefault() ?? "");
        Form.Check(clock.Today);
        if (!Form.Ok)
            return;
        var (name, source) = (Form.Get(Search), Form.Get(Source, null));
        Shown =
        [
            .. (await templates.AllAsync(actors.Required, ct)).Where(t =>
                (name is null || t.Template.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
                && (source is null || source == Of(t))
            ),
        ];
    }

    private static WordsSource Of(TemplateLine line) =>
        line.Template.Fixed is not null ? WordsSource.Fixed
        : line.Own is not null ? WordsSource.Own
        : WordsSource.Fosters;
}
