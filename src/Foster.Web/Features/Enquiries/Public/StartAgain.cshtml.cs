using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Says what became of answers that are not there any more, and begins anew.</summary>
public sealed class StartAgainModel(EnquiryContactReads contacts) : PageModel
{
    public IReadOnlyList<TeamContact> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Teams = await contacts.AllAsync(ct);
}
