using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Public;

/// <summary>What anybody can come to, the next first, a page at a time.</summary>
public sealed class EventsModel(EventReads reads, EnquiryContactReads contacts) : PageModel
{
    public ComingPage Coming { get; private set; } = new([], null);

    public IReadOnlyList<TeamContact> Teams { get; private set; } = [];

    public bool FurtherOn { get; private set; }

    /// <summary>Whether there are times for calls.</summary>
    public bool Calls { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        FurtherOn = InstantCursor.Read(after) is not null;
        Teams = await contacts.AllAsync(ct);
        Coming = await reads.ComingAsync(calls: false, after, ct);
        Calls = await reads.HasCallsAsync(ct);
    }
}
