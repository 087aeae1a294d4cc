using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Asks for a new link to an unfinished enquiry. Says the same whether or not there is one.</summary>
public sealed class ComeBackModel(
    SavedEnquiries saved,
    CouncilChoice councils,
    IOptions<SavedFormOptions> options
) : GuardedFormPage
{
    private static readonly EmailField Email = new("email")
    {
        Label = "Email address",
        Hint = "The one to which you had the link sent.",
        Autocomplete = "email",
        MissingMessage = "Enter your email address",
    };

    [BindProperty(SupportsGet = true, Name = "sent")]
    public string? SentMark { get; set; }

    public bool IsSent => SentMark == "yes";

    public int Days => options.Value.Days;

    public void OnGet() => Form = new Form(Email);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        SentMark = null;
        Form = new Form(Email);
        var council = await councils.ForAsync(null, null, ct);
        return await GuardAsync(
            () =>
                SendAsync(
                    async token =>
                        Foundation.Security.SpamTrap.IsFilled(Request.Form)
                            ? Result.Done
                            : await saved.AskAsync(
                                Form.Must(Email),
                                council?.Id ?? Guid.Empty,
                                token
                            ),
                    SavedEnquiryLinks.Path + "?sent=yes",
                    "",
                    ct
                ),
            ct
        );
    }
}
