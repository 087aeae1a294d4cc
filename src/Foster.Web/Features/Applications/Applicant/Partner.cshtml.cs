using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The main applicant invites the partner and sees how far they are, never what they wrote (R-SOD-13).</summary>
public sealed class PartnerModel : ApplyPage
{
    private static readonly EmailField Email = new("email")
    {
        Label = "Your partner’s email address",
        Hint = "It may be the same as yours. Each of you has their own sign-in name and password.",
    };

    private readonly InvitePartner invite;

    public PartnerModel(ApplyReads reads, ProgressReads progress, InvitePartner invite)
        : base(reads, progress)
    {
        this.invite = invite;
    }

    /// <summary>The address on record, which staff alone change; null where the main applicant says it now (R-DP-18).</summary>
    public string? Address => Partner!.Person.Email;

    public string Name => Partner!.Person.GivenName;

    public string Status => StatusOf(Partner!);

    public DateOnly? Invited => Partner!.Part.InvitedOn;

    public bool CanInvite =>
        !Partner!.HasAccount && Facts.Application.State == ApplicationState.Draft;

    private bool IsTheirs => Partner is not null && Who == Facts.Main;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !IsTheirs)
            return NotFound();
        Prepare();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !IsTheirs)
            return NotFound();
        Prepare();
        return await SendAsync(
            token => invite.RunAsync(new(Address ?? Form.Must(Email)), Actor, token),
            "/apply",
            "The invitation is on its way.",
            ct
        );
    }

    private void Prepare() => Form = Address is null ? new Form(Email) : new Form();

    /// <summary>How far somebody is, without any of their answers.</summary>
    public static string StatusOf(ApplicantFacts who) =>
        who switch
        {
            { Part.IsSent: true } => "Completed",
            { HasAccount: true } => "In progress",
            { Part.InvitedOn: not null } => "Invited",
            _ => "Not yet started",
        };
}
