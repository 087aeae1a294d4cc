using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Messages.Staff;

/// <summary>One message of a case with its words.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.TeamManager,
    Role.PanelAdviser
)]
public sealed class MessageModel(CasePageReads cases, MessageReads reads, ActorSource actors)
    : PageModel
{
    public CaseHead Head { get; private set; } = null!;
    public MessageLine Message { get; private set; } = null!;
    public string? Words { get; private set; }
    public string? WhyNotAgain { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid messageId, CancellationToken ct)
    {
        if (
            await cases.HeadAsync(caseId, ct) is not { } head
            || await reads.FindAsync(caseId, messageId, actors.Required, ct) is not { } message
        )
            return NotFound();
        (Head, Message) = (head, message);
        Words = await reads.WordsAsync(message, ct);
        WhyNotAgain = SendAgain.WhyNot(message.State, message.IsDigest);
        return Page();
    }
}
