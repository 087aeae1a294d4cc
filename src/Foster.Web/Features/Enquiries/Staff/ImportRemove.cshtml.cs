using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Erases a file before its month is over.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ImportRemoveModel(ImportReads reads, RemoveImport remove) : FormPage
{
    public ImportLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid importId, CancellationToken ct) =>
        await LoadAsync(importId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid importId, CancellationToken ct) =>
        await LoadAsync(importId, ct)
            ? await SendAsync(
                token => remove.RunAsync(new(importId), Actor, token),
                ImportLinks.Home,
                "The file is erased.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid importId, CancellationToken ct)
    {
        if (await reads.FindAsync(importId, ct) is not { } view)
            return false;
        Line = view.Line;
        Form = new Form();
        return true;
    }
}
