using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.SignedIn;

/// <summary>Gives its reader the copy they asked for, once it is approved and they have shown afresh that it is them.</summary>
[FreshFactor]
[ForRoles(Role.ProspectiveCarer, Role.ApprovedCarer)]
[Records(AccessKind.Confidential, AccessKind.Health, AccessKind.Criminal)]
public sealed class YourDataFileModel(OwnDataReads own, FetchOwnCopy fetch, Viewing viewing)
    : YourDataPage(own)
{
    public async Task<IActionResult> OnGetAsync(Guid accessId, CancellationToken ct) =>
        await FindAsync(accessId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid accessId, CancellationToken ct)
    {
        if (!await FindAsync(accessId, ct))
            return NotFound();
        var given = await fetch.RunAsync(new(accessId), Actor, ct);
        if (!Form.Apply(given))
            return Page();
        (viewing.PersonId, viewing.Rows) = (Actor.PersonId, given.Value.Rows);
        return File(given.Value.Content, "application/zip", given.Value.FileName);
    }

    private async Task<bool> FindAsync(Guid accessId, CancellationToken ct) =>
        await LoadAsync(ct)
        && Requests.Any(r =>
            r.Id == accessId && (r.State is AccessState.Approved or AccessState.Given)
        );
}
