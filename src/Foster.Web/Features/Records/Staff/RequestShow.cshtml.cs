using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Records.Staff;

/// <summary>One request of another service, and what can be done now.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.PanelAdviser,
    Role.TeamManager
)]
public sealed class RequestShowModel(RecordsRequestReads requests, ActorSource actors) : PageModel
{
    public RequestView View { get; private set; } = null!;

    public IReadOnlyList<RequestPageAct> Acts { get; private set; } = [];

    public string Consent =>
        View.Request switch
        {
            { ConsentSeenOn: { } seen } => $"Seen on {BritishDate.Long(seen)}",
            { ConsentAskedOn: { } asked } => $"Asked on {BritishDate.Long(asked)}, not seen yet",
            _ => "Not seen yet",
        };

    public async Task<IActionResult> OnGetAsync(Guid recordsRequestId, CancellationToken ct)
    {
        if (await requests.FindAsync(recordsRequestId, ct) is not { } view)
            return NotFound();
        View = view;
        Acts = [.. RequestPageActs.All.Where(a => a.Offered(view.Request, actors.Required.Role))];
        return Page();
    }
}
