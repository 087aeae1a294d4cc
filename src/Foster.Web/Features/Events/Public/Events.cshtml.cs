using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Public;

/// <summary>What anybody can come to, the next first.</summary>
public sealed class EventsModel(EventReads reads, EnquiryContactReads contacts) : PageModel
{
    public IReadOnlyList<(Council Council, EventLine Line)> Coming { get; private set; } = [];

    public IReadOnlyList<TeamContact> Teams { get; private set; } = [];

    /// <summary>Whether there are times for calls.</summary>
    public bool Calls { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Teams = await contacts.AllAsync(ct);
        Coming = await reads.ComingAsync(calls: false, ct);
        Calls = (await reads.ComingAsync(calls: true, ct)).Any(c => c.Line.Free > 0);
    }
}
