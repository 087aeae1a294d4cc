using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Public;

/// <summary>One press signs in as a made-up person. Unknown where the demonstration is off.</summary>
public sealed class DemoModel(FosterDb db, SignIns signIns, DemoOptions demo) : PageModel
{
    public sealed record Row(string SignInName, string Name, string Role, string Council);

    public IReadOnlyList<Row> Personas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!demo.Enabled)
            return NotFound();
        var held = await (
            from a in db.Set<Account>()
            join r in db.Set<RoleAssignment>() on a.Id equals r.AccountId
            join c in db.Set<Council>() on r.CouncilId equals c.Id
            where a.UserName!.EndsWith("foster.example")
            select new
            {
                a.UserName,
                a.DisplayName,
                r.Role,
                c.Name,
            }
        ).ToListAsync(ct);
        Personas =
        [
            .. held.OrderBy(h => h.Name, StringComparer.Ordinal)
                .ThenBy(h => h.Role)
                .Select(h => new Row(h.UserName!, h.DisplayName, h.Role.Title(), h.Name)),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken ct) =>
        await signIns.AsDemonstrationAsync(name ?? "", ct) is { } position
            ? LocalRedirect(position.Role.Home())
            : NotFound();
}
