using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Messages.Staff;

/// <summary>Every message of a case, and how far it got.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.TeamManager,
    Role.PanelAdviser
)]
public sealed class MessagesModel(CasePageReads cases, MessageReads reads, ActorSource actors)
    : PageModel
{
    public CaseHead Head { get; private set; } = null!;
    public ListPage<MessageLine> Messages { get; private set; } = new([], null);
    public bool IsFirst { get; private set; }

    public string? NextHref =>
        Messages.Next is { } next
            ? CaseLinks.With(MessageLinks.Of(Head.Id), ("after", next))
            : null;

    public async Task<IActionResult> OnGetAsync(Guid caseId, string? after, CancellationToken ct)
    {
        if (await cases.HeadAsync(caseId, ct) is not { } head)
            return NotFound();
        Head = head;
        IsFirst = InstantCursor.Read(after) is null;
        Messages = await reads.PageAsync(caseId, actors.Required, after, ct);
        return Page();
    }
}
