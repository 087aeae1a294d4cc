using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>The privacy notice of each council: the one valid today, and earlier ones for those who read them once.</summary>
public sealed class PrivacyModel(CouncilDirectory councils, PrivacyNoticeReads notices) : PageModel
{
    public IReadOnlyList<Council> Councils { get; private set; } = [];

    /// <summary>The council whose notice is shown; null where there are several and none is chosen.</summary>
    public Council? Chosen { get; private set; }

    public NoticeVersion? Shown { get; private set; }

    /// <summary>Versions that were valid before; those still to come are nobody's yet.</summary>
    public IReadOnlyList<NoticeVersion> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        string? council,
        string? version,
        CancellationToken ct
    )
    {
        Councils = await councils.AllAsync(ct);
        Chosen =
            Councils.Count == 1
                ? Councils[0]
                : Councils.FirstOrDefault(c =>
                    c.Code.Equals(council, StringComparison.OrdinalIgnoreCase)
                );
        if (Chosen is null)
            return Page();
        var known = (await notices.AllAsync(Chosen.Id, ct)).Where(n => !n.Coming).ToList();
        Earlier = [.. known.Where(n => !n.Now)];
        Shown = known.FirstOrDefault(n => version is null ? n.Now : n.Number == version);
        return Shown is null ? NotFound() : Page();
    }
}
