using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Link;

/// <summary>Somebody who was invited to work here chooses a password, or asks for a new link.</summary>
public sealed class StaffInvitationModel : FormPage
{
    private readonly Links links;
    private readonly ActorSource actors;
    private readonly AcceptStaffInvitation accept;
    private readonly ResendStaffInvitation resend;
    private readonly TakeUpInvitation takeUp;
    private readonly InvitationReads reads;
    private Guid? signedIn;
    private LinkToken link = null!;

    public StaffInvitationModel(
        Links links,
        ActorSource actors,
        AcceptStaffInvitation accept,
        ResendStaffInvitation resend,
        TakeUpInvitation takeUp,
        InvitationReads reads
    )
    {
        (this.links, this.actors, this.accept, this.resend) = (links, actors, accept, resend);
        (this.takeUp, this.reads) = (takeUp, reads);
        Form = new(AccountFields.NewPassword);
    }

    public bool Live => links.IsLive(link);

    /// <summary>Whose account takes it up; null for somebody who has none yet.</summary>
    public Guid? Owner { get; private set; }

    public string CouncilName { get; private set; } = "";

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public bool IsOwner => Owner is not null && Owner == signedIn;

    public bool IsSomebodyElse => signedIn is not null && !IsOwner;

    private Actor Holder =>
        actors.Holder(link.CouncilId, link.CaseId, "Somebody who was invited", null);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) =>
        await FindAsync(token, ct) ? Shown() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
            return NotFound();
        if (!Live)
            return Shown();
        return await SendAsync(
            async stop =>
            {
                var next = await accept.RunAsync(
                    new(token, Form.Must(AccountFields.NewPassword)),
                    Holder,
                    stop
                );
                return next.Ok ? new Sent(next.Value) : Result<Sent>.Refused(next.Refusals);
            },
            ct
        );
    }

    public async Task<IActionResult> OnPostTakeUpAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
            return NotFound();
        if (!Live || !IsOwner)
            return Shown();
        // It gives rights, so their owner shows once more that it is them.
        if (await StepUp.AskAsync(HttpContext) is { } first)
            return first;
        Form = new Form();
        return await SendAsync(
            stop => takeUp.RunAsync(new(token, signedIn!.Value), Holder, stop),
            "/sign-in",
            "You have taken up the invitation. Sign in again to use it.",
            ct
        );
    }

    public async Task<IActionResult> OnPostRenewAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
            return NotFound();
        Form = new Form();
        return await SendAsync(
            stop => resend.RunAsync(new(link.SubjectId), Holder, stop),
            Request.Path,
            "If the invitation can still be taken up, a message is on its way. Look in your spam folder too.",
            ct
        );
    }

    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        if (await links.FindAsync(token, LinkPurpose.StaffInvitation, ct) is not { } found)
            return false;
        link = found;
        signedIn = actors.Current?.AccountId;
        if (Live && await reads.OneAsync(found.SubjectId, found.CouncilId, ct) is { } invitation)
            (Owner, CouncilName, Roles) = (
                invitation.OwnerId,
                invitation.CouncilName,
                invitation.Roles
            );
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown()
    {
        if (!Live)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
