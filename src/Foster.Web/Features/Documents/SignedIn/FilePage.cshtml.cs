using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Documents.SignedIn;

/// <summary>
/// Hands out a file, always to be kept and never to be shown by the browser, under a name made up here. Who is not
/// entitled, and whoever asks for one that is not found clean, is told that there is none.
/// </summary>
[ForRoles(Role.ProspectiveCarer, Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
[Records]
public sealed class FilePageModel(
    FileShelf shelf,
    CaseReads cases,
    ActorSource actors,
    Viewing viewing
) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid storedFileId, CancellationToken ct)
    {
        var found = await shelf.FindAsync(storedFileId, actors.Required, ct);
        // What applicants gave they have; whoever takes it off the site for work shows afresh who they are.
        if (
            found is not null
            && actors.Required.Role.IsStaff()
            && await StepUp.AskAsync(HttpContext) is { } first
        )
            return first;
        if (
            found is null
            || await shelf.OpenAsync(found.File, ct) is not { } content
            || await cases.FindAsync(found.File.CaseId, ct) is not { } of
        )
        {
            viewing.Kinds.Add(FileRights.None.Kind);
            return NotFound();
        }
        viewing.Kinds.Add(found.Rights.Kind);
        (viewing.CaseId, viewing.PersonId) = (of.Id, found.File.PersonId);
        return File(content, found.File.Type, found.File.NameFor(of.Reference));
    }
}
