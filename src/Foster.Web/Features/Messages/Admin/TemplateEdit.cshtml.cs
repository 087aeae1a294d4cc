using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Messages.Admin;

/// <summary>Puts a kind of message into the council's own words, with a preview before they are used.</summary>
public sealed class TemplateEditModel : TemplateFormPage
{
    private static readonly SubjectField Subject = new(WordingCheck.SubjectField)
    {
        Label = "Subject",
        MissingMessage = "Enter a subject",
        Max = WordingCheck.MaxSubject,
    };

    private static readonly TextField Body = new(WordingCheck.BodyField)
    {
        Label = "Message",
        MissingMessage = "Enter the words of the message",
        Rows = 16,
        Max = WordingCheck.MaxBody,
    };

    private static readonly TextField Letter = new(WordingCheck.BodyField)
    {
        Label = "Letter",
        Hint = "Plain paragraphs with an empty line between them",
        MissingMessage = "Enter the words of the letter",
        Rows = 20,
        Max = WordingCheck.MaxBody,
    };

    private static readonly TextField Text = new(WordingCheck.TextField)
    {
        Label = "Text message",
        Hint =
            "Goes beside the e-mail to those who asked for texts. Once it is filled it may have 306 characters. Leave it empty for no text.",
        Optional = true,
        Rows = 4,
        Max = 600,
    };

    private readonly CouncilDirectory councils;
    private readonly PublishWords publish;

    public TemplateEditModel(
        TemplateReads templates,
        TemplateBook book,
        CouncilDirectory councils,
        TextChannel texts,
        PublishWords publish
    )
        : base(templates, book)
    {
        (this.councils, this.publish, TextsOn) = (councils, publish, texts.IsOn);
        Form = new Form(Subject, Body, Text, Why);
    }

    public bool TextsOn { get; }

    /// <summary>The council's contacts, and made-up values for the rest.</summary>
    public MailValues Examples { get; private set; } = null!;

    /// <summary>What was typed, filled with examples; null while nobody asked for it.</summary>
    public Wording? Preview { get; private set; }

    protected override string Done => "The words are used from now on.";

    private Wording Typed =>
        Line.IsLetter
            ? new(Form.Must(Subject), Form.Must(Letter))
            : new(Form.Must(Subject), Form.Must(Body), Form.Get(Text) ?? "");

    /// <summary>Shows what the message would look like. Nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string key, CancellationToken ct)
    {
        if (!await LoadAsync(key, ct))
            return NotFound();
        Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
        Form.Read(Request.Form, Today);
        if (
            Form.Ok && Form.Apply(Result.From(WordingCheck.Against(Line.Template, Typed, Examples)))
        )
            Preview = Typed.Filled(Examples);
        return Page();
    }

    protected override async Task<bool> LoadAsync(string key, CancellationToken ct)
    {
        if (!await base.LoadAsync(key, ct))
            return false;
        if (Line.IsLetter)
            Form = new Form(Subject, Letter, Why);
        Examples = MailValues.Examples(await councils.OfAsync(Actor, ct), Line.Template);
        return true;
    }

    protected override void Prefill()
    {
        Form.Fill(Subject, Line.Words.Subject);
        if (Line.IsLetter)
            Form.Fill(Letter, Line.Words.Body);
        else
            Form.Fill(Body, Line.Words.Body).Fill(Text, Line.Words.Text);
    }

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        publish.RunAsync(
            new(Line.Template.Key, Typed.Subject, Typed.Body, Typed.Text, Form.Get(Why)),
            Actor,
            ct
        );
}

/// <summary>One line, which is refused and not mended where somebody sends more.</summary>
public sealed class SubjectField(string name) : TextField(name)
{
    public override Reading Parse(RawValues raw) =>
        raw[Name].Trim().AsSpan().IndexOfAny("\r\n\u2028\u2029") >= 0
            ? Reading.Wrong($"{Called} must be one line")
            : base.Parse(raw);
}
