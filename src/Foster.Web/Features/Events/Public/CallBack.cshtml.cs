using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Public;

/// <summary>Times in which we call people, as far as there is room in them.</summary>
public sealed class CallBackModel(EventReads reads, EnquiryContactReads contacts) : PageModel
{
    public IReadOnlyList<(Council Council, EventLine Line)> Times { get; private set; } = [];

    public IReadOnlyList<TeamContact> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Teams = await contacts.AllAsync(ct);
        Times = [.. (await reads.ComingAsync(calls: true, ct)).Where(t => t.Line.Free > 0)];
    }
}
