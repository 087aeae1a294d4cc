using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Link;

/// <summary>Somebody's own booking, by the link in their e-mail; they cancel it here. A link whose time is over says whom to call.</summary>
public sealed class BookingModel(BookingReads reads, CancelBooking cancel) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public BookingLink Link { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Shown() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        return Link.View is { } view
            ? await SendAsync(
                token => cancel.RunAsync(new(view.Id), view.Actor, token),
                "/booking/" + Token,
                "Your booking is cancelled. Thank you for telling us.",
                ct
            )
            : Shown();
    }

    private PageResult Shown()
    {
        if (Link.View is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reads.OfLinkAsync(Token, ct) is not { } link)
            return false;
        Link = link;
        Form = new Form();
        return true;
    }
}
