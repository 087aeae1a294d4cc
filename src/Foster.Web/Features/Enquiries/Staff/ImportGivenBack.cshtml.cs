using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The rows of a file that cannot be taken, with the reason in a last column. Whoever corrects them uploads this file.</summary>
[FreshFactor]
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ImportGivenBackModel(ImportReads reads, Viewing viewing) : PageModel
{
    private const string Reason = "Why it was not taken";

    public async Task<IActionResult> OnGetAsync(Guid importId, CancellationToken ct)
    {
        if (await reads.FindAsync(importId, ct) is not { } view)
            return NotFound();
        var rows = await reads.GivenBackAsync(importId, ct);
        viewing.Rows = rows.Count;
        // Whoever corrects a row with too many cells needs all of them.
        var width = Math.Max(
            view.Headings.Count,
            rows.Select(r => r.Cells.Count).DefaultIfEmpty().Max()
        );
        var csv = new Csv([
            .. view.Headings,
            .. Enumerable.Repeat(PastEnquiryRow.Beyond, width - view.Headings.Count),
            Reason,
        ]);
        foreach (var (cells, reason) in rows)
            csv.Row([
                .. Enumerable
                    .Range(0, width)
                    .Select(i => (object?)(i < cells.Count ? cells[i] : "")),
                reason,
            ]);
        return File(
            csv.ToBytes(),
            "text/csv; charset=utf-8",
            $"enquiries-not-taken-{importId.ToString()[..8]}.csv"
        );
    }
}
