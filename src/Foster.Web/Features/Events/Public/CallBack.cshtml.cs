using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Public;

/// <summary>Times in which we call people, as far as there is room in them, a page at a time.</summary>
public sealed class CallBackModel(EventReads reads, EnquiryContactReads contacts) : PageModel
{
    public ComingPage Times { get; private set; } = new([], null);

    public IReadOnlyList<TeamContact> Teams { get; private set; } = [];

    /// <summary>Those of them with no free time at all.</summary>
    public IReadOnlyList<TeamContact> Without { get; private set; } = [];

    public bool FurtherOn { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        FurtherOn = InstantCursor.Read(after) is not null;
        Teams = await contacts.AllAsync(ct);
        var without = new List<TeamContact>();
        foreach (var council in await reads.WithoutCallsAsync(ct))
            if (await contacts.OfAsync(council, ct) is { } team)
                without.Add(team);
        Without = without;
        Times = await reads.ComingAsync(calls: true, after, ct);
    }
}
