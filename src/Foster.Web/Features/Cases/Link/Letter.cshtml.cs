using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Link;

/// <summary>A letter by its link: first the date of birth, then the letter. Nothing of it is shown before.</summary>
[Records(AccessKind.Confidential)]
public sealed class LetterModel(LetterLinkReads found, LetterReads letters, ReadLetter read)
    : FormPage
{
    private static readonly DateField Born = new("born")
    {
        Label = "What is your date of birth?",
        Called = "Date of birth",
        Hint = "For example, 27 3 1985. We ask so that nobody else can read your letter.",
        MissingMessage = "Enter your date of birth",
        Latest = today => today,
        LatestMessage = "Date of birth must be in the past",
        Autocomplete = "bday",
    };

    private static readonly PostcodeField Postcode = new("postcode")
    {
        Label = "What is your postcode?",
        Called = "Postcode",
        Hint = "For example, CH41 6AA. We ask so that nobody else can read your letter.",
        MissingMessage = "Enter your postcode",
        Autocomplete = "postal-code",
    };

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public LetterLink Link { get; private set; } = null!;

    /// <summary>Set once the answer was right.</summary>
    public LetterView? Letter { get; private set; }

    public string? LockedWords =>
        Link.LockedUntil is { } until ? ReadLetter.LockedWords(until) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Shown() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (!Link.IsLive || Link.Guard is LetterGuard.Nothing || LockedWords is not null)
            return Shown();
        Form.Read(Request.Form, Today);
        if (!Form.Ok)
            return Page();
        var born = Link.Guard is LetterGuard.DateOfBirth;
        var opened = await read.RunAsync(
            new ReadLetterInput(
                Link.TokenId,
                born ? Form.Must(Born) : null,
                born ? null : Form.Must(Postcode)
            ),
            Link.Actor,
            ct
        );
        if (Form.Apply(opened))
            Letter = await letters.FindAsync(opened.Value, ct);
        return Page();
    }

    private PageResult Shown()
    {
        if (!Link.IsLive)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await found.FindAsync(Token, ct) is not { } link)
            return false;
        Link = link;
        Form = new Form(link.Guard is LetterGuard.Postcode ? Postcode : Born);
        return true;
    }
}
