using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>The enquirer's own page: what has happened, what comes next and by when, and the way out.</summary>
public sealed class StatusModel(EnquiryLinkReads links, SetAsideReads aside, IBookedCalls calls)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public EnquiryLink Link { get; private set; } = null!;

    public EnquiryStory? Story { get; private set; }

    /// <summary>It came, and nobody has opened it yet.</summary>
    public bool IsReceived { get; private set; }

    /// <summary>When we ring, as they booked it; null where no call is to come.</summary>
    public string? Call { get; private set; }

    public IReadOnlyList<EnquiryEvent> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await links.FindAsync(Token, LinkPurpose.EnquiryStatus, ct) is not { } link)
            return NotFound();
        Link = link;
        if (link.IsElsewhere)
            return Page();
        if (link.View is null && link.IsLive && await aside.WaitsAsync(link.CaseId, ct))
        {
            IsReceived = true;
            return Page();
        }
        if (link.View is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
        Story = EnquiryStory.Of(link.View.Enquiry, link.Known);
        var holder = link.View.People.FirstOrDefault(p => p.PersonId == link.Actor.PersonId);
        if (link.CanWithdraw && holder?.Email is { } email)
            Call = await calls.NextAsync(link.CaseId, email, ct);
        Events = await links.EventsAsync(link, ct);
        return Page();
    }
}
