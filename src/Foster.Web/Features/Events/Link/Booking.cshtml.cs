using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Events.Link;

/// <summary>Somebody's own booking, by the link in their e-mail; they cancel it here.</summary>
public sealed class BookingModel(EventReads reads, CancelBooking cancel) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public BookingView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await LoadAsync(ct)
            ? await SendAsync(
                token => cancel.RunAsync(new(View.Id), View.Actor, token),
                "/booking/" + Token,
                "Your booking is cancelled. Thank you for telling us.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reads.OfLinkAsync(Token, ct) is not { } view)
            return false;
        View = view;
        Form = new Form();
        return true;
    }
}
