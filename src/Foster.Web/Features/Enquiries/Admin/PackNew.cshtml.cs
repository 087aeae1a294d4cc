using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Admin;

/// <summary>Adds a version of the information pack, with a preview before.</summary>
public sealed class PackNewModel : FormPage
{
    private static readonly TextField Heading = new("title")
    {
        Label = "Title",
        MissingMessage = "Enter the title",
        Max = 120,
    };

    private static readonly TextField Label = new("label")
    {
        Label = "Version",
        Hint = "What you call it, such as 2026-03",
        MissingMessage = "Enter the version",
        Max = 40,
        Width = "govuk-input--width-10",
        Spellcheck = false,
    };

    private static readonly DateField From = new("from")
    {
        Label = "From which day is it sent?",
        Called = "Day",
        MissingMessage = "Enter the day from which it is sent",
    };

    private static readonly TextField Words = new("words")
    {
        Label = "What people read",
        Hint = "Plain paragraphs with an empty line between them",
        MissingMessage = "Enter what people read",
        Rows = 16,
        Max = InformationPack.LongestWords,
    };

    private static readonly TextField Link = new("link")
    {
        Label = "Address of a booklet or film",
        Hint = "It begins with https://",
        Optional = true,
        Max = 500,
        Spellcheck = false,
    };

    private readonly AddPack add;

    public PackNewModel(AddPack add)
    {
        this.add = add;
        Form = new Form(Heading, Label, From, Words, Link);
    }

    /// <summary>What was typed; null while nobody asked for it.</summary>
    public AddPackInput? Preview { get; private set; }

    private AddPackInput Input =>
        new(
            Form.Must(Heading),
            Form.Must(Label),
            Form.Must(From),
            Form.Must(Words),
            Form.Get(Link)
        );

    /// <summary>Shows what people would read. Nothing is stored.</summary>
    public IActionResult OnPostPreview()
    {
        Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
        Form.Read(Request.Form, Today);
        if (Form.Ok && Form.Apply(Result.From(AddPack.Against(Input))))
            Preview = Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            async token => await add.RunAsync(Input, Actor, token),
            PackLinks.Admin,
            "The version is added.",
            ct
        );
}
