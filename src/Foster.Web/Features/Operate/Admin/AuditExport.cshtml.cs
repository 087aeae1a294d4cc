using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The entries of a view of the audit page as a file. Taking it is an entry too, made before it is handed out.</summary>
[FreshFactor]
[Records(AccessKind.Confidential)]
public sealed class AuditExportModel(
    AuditReads audit,
    ActorSource actors,
    LondonClock clock,
    Viewing viewing
) : PageModel
{
    private const int Most = 50_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var actor = actors.Required;
        var asked = new AuditQuery(
            Request.Query,
            await audit.AccountsAsync(actor, ct),
            clock.Today
        );
        if (!asked.Form.Ok)
            return LocalRedirect(asked.Address());
        var entries = await audit.AllAsync(asked.Filter, actor, Most, ct);
        viewing.Rows = entries.Count;
        var csv = new Csv(
            "When (UTC)",
            "Who",
            "Role",
            "Done",
            "Case",
            "Record",
            "Record id",
            "Data",
            "Rows",
            "From",
            "Entry"
        );
        foreach (var entry in entries)
            csv.Row(
                entry.At,
                entry.Who,
                AuditModel.RoleTitle(entry.Role),
                AuditModel.Done(entry.Act),
                entry.Reference,
                AuditModel.Place(entry.What),
                entry.SubjectId,
                entry.Kinds,
                entry.Rows,
                entry.FromAddress,
                entry.Id
            );
        return File(
            csv.ToBytes(),
            "text/csv; charset=utf-8",
            $"audit-{clock.Today:yyyy-MM-dd}.csv"
        );
    }
}
