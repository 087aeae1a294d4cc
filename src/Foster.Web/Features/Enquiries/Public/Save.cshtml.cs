using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Asks for the address to which the link to an unfinished enquiry goes.</summary>
public sealed class SaveModel(
    Leaving leaving,
    JourneyDrafts drafts,
    IOptions<SavedFormOptions> options
) : GuardedFormPage
{
    private static readonly EmailField Email = new("email")
    {
        Label = "Email address",
        Hint = "We send you one message with a link. It says nothing of what you typed.",
        Autocomplete = "email",
        MissingMessage = "Enter your email address",
    };

    private JourneyDraft draft = null!;

    public int Days => options.Value.Days;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        if (leaving.AddressOf(draft) is { } address)
            Form.Suggest(Email, address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        return await GuardAsync(
            () =>
                SendAsync(
                    async token =>
                        // Whoever filled in the hidden box is told the same, and nothing is sent.
                        SpamTrapped
                            ? Foundation.Rules.Result.Done
                            : await leaving.SaveAsync(draft.Id, Form.Must(Email), token),
                    Leaving.SavedPath,
                    "",
                    ct
                ),
            ct
        );
    }

    private bool SpamTrapped => Foundation.Security.SpamTrap.IsFilled(Request.Form);

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Form = new Form(Email);
        var found = await drafts.FindAsync(
            JourneyCookie.Read(HttpContext, EnquiryJourney.Key),
            EnquiryJourney.Key,
            ct
        );
        if (found is null)
            return LocalRedirect(EnquiryJourney.Path + "/start-again");
        draft = found;
        return found.IsSent ? LocalRedirect(EnquiryJourney.Path + "/sent?again=yes") : null;
    }
}
