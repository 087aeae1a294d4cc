using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The rows of a file as they are understood, before they are taken.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ImportRowsModel(ImportReads reads, LondonClock clock) : PageModel
{
    public ImportView View { get; private set; } = null!;

    public IReadOnlyList<GoodRow> Rows { get; private set; } = [];

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid importId, int? after, CancellationToken ct)
    {
        if (await reads.FindAsync(importId, ct) is not { } view)
            return NotFound();
        View = view;
        var (rows, next) = await reads.GoodAsync(view, after ?? 0, clock.Today, ct);
        Rows = rows;
        NextHref = next is { } number
            ? CaseLinks.With(
                ImportLinks.Rows(importId),
                ("after", number.ToString(CultureInfo.InvariantCulture))
            )
            : null;
        FirstHref = after is null ? null : ImportLinks.Rows(importId);
        return Page();
    }
}
