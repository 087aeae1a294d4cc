using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>One import: what the check found, how far it is, what came of it.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ImportShowModel(ImportReads reads, StartImport start, StopImport stop)
    : FormPage
{
    public ImportView View { get; private set; } = null!;

    public IReadOnlyList<RefusedRow> Refused { get; private set; } = [];

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid importId, int? after, CancellationToken ct) =>
        await LoadAsync(importId, after, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid importId, CancellationToken ct) =>
        await LoadAsync(importId, null, ct)
            ? await SendAsync(
                token => start.RunAsync(new(importId), Actor, token),
                ImportLinks.Import(importId),
                "The import is started.",
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostStopAsync(Guid importId, CancellationToken ct) =>
        await LoadAsync(importId, null, ct)
            ? await SendAsync(
                token => stop.RunAsync(new(importId), Actor, token),
                ImportLinks.Import(importId),
                "The import is stopped.",
                ct
            )
            : NotFound();

    public string Number(int rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(Guid importId, int? after, CancellationToken ct)
    {
        if (await reads.FindAsync(importId, ct) is not { } view)
            return false;
        View = view;
        var (rows, next) = await reads.RefusedAsync(importId, after ?? 0, ct);
        Refused = rows;
        NextHref = next is { } number
            ? CaseLinks.With(
                ImportLinks.Import(importId),
                ("after", number.ToString(CultureInfo.InvariantCulture))
            )
            : null;
        FirstHref = after is null ? null : ImportLinks.Import(importId);
        return true;
    }
}
