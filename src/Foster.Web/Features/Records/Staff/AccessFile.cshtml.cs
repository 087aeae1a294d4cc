using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>Hands out an approved copy as one file; the log has it before anything is sent.</summary>
[FreshFactor]
[Records(AccessKind.Confidential, AccessKind.Health, AccessKind.Criminal)]
public sealed class AccessFileModel(AccessReads accesses, GiveSubjectAccess give, Viewing viewing)
    : FormPage
{
    public AccessLine Access { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid accessId, CancellationToken ct) =>
        await LoadAsync(caseId, accessId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid accessId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, accessId, ct))
            return NotFound();
        var given = await give.RunAsync(new(accessId), Actor, ct);
        if (!Form.Apply(given))
            return Page();
        (viewing.PersonId, viewing.Rows) = (Access.PersonId, given.Value.Rows);
        return File(given.Value.Content, "application/zip", given.Value.FileName);
    }

    private async Task<bool> LoadAsync(Guid caseId, Guid accessId, CancellationToken ct)
    {
        if (
            !Actor.Has(Capability.RecordsOfficer)
            || await accesses.FindAsync(caseId, accessId, ct)
                is not { State: AccessState.Approved or AccessState.Given } access
        )
            return false;
        Access = access;
        return true;
    }
}
