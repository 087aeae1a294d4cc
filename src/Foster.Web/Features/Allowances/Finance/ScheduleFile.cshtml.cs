using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>A schedule as the file from which it could be entered again.</summary>
[FreshFactor]
public sealed class ScheduleFileModel(ScheduleReads schedules) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid scheduleId, CancellationToken ct)
    {
        if (await schedules.FindAsync(scheduleId, ct) is not { } sheet)
            return NotFound();
        var csv = new Csv(ScheduleCsv.Columns);
        foreach (var (kind, name, pounds) in ScheduleCsv.Rows(sheet.Card))
            csv.Row(kind, name, pounds);
        return File(
            csv.ToBytes(),
            "text/csv; charset=utf-8",
            $"schedule-{sheet.Line.ValidFrom:yyyy-MM-dd}.csv"
        );
    }
}
