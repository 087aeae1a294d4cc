using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>The enquirer withdraws: always allowed, the same day, without having to say why (T-ENQ-10).</summary>
public sealed class WithdrawModel(EnquiryLinkReads links, WithdrawEnquiry withdraw) : FormPage
{
    private const string NotSaid = "not-said";

    private static readonly ChoiceField<string> Reason = new(
        "reason",
        new Option<string>("not-now", "It is not the right time"),
        new Option<string>("changed-mind", "Fostering is not for me"),
        new Option<string>("went-elsewhere", "I am going on with another fostering service"),
        new Option<string>("other", "Another reason")
    )
    {
        Label = "Why are you withdrawing?",
        Called = "Reason",
        Hint = "You do not have to say. It helps us to do better.",
        Optional = true,
    };

    private static readonly TextField Statement = new("statement")
    {
        Label = "Is there anything you would like to tell us?",
        Called = "What you tell us",
        Optional = true,
        Rows = 4,
        Max = 1_000,
    };

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public EnquiryLink Link { get; private set; } = null!;

    public string StatusPath => "/enquiry/" + Token;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        return await SendAsync(
            token =>
                withdraw.RunAsync(
                    new(Link.CaseId, Form.Get(Reason) ?? NotSaid, Form.Get(Statement)),
                    Link.Actor,
                    token
                ),
            StatusPath,
            "Your enquiry is withdrawn.",
            ct
        );
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await links.FindAsync(Token, LinkPurpose.EnquiryStatus, ct) is not { } link)
            return NotFound();
        Link = link;
        Form = new Form(Reason, Statement);
        // An expired link and a closed enquiry are explained on the page before.
        return link.CanWithdraw ? null : LocalRedirect(StatusPath);
    }
}
