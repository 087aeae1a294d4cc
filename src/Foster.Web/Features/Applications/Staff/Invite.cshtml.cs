using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>Sends an applicant who has no account yet a fresh invitation.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class InviteModel(ApplyReads reads, ResendInvitation resend) : StaffPage(reads)
{
    private static readonly EmailField Email = new("email")
    {
        Label = "Email address, if it is a new one",
        Hint = "Leave this empty to use the address we hold",
        Optional = true,
    };

    private ChoiceField<Guid> person = new("person");

    public IReadOnlyList<ApplicantFacts> Waiting => [.. Facts.Applicants.Where(a => !a.HasAccount)];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await PrepareAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await PrepareAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    resend.RunAsync(new(caseId, Form.Must(person), Form.Get(Email)), Actor, token),
                CaseHref,
                "The invitation is on its way.",
                ct
            )
            : NotFound();

    private async Task<bool> PrepareAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return false;
        person = new ChoiceField<Guid>(
            "person",
            [
                .. Waiting.Select(a => new Option<Guid>(
                    a.Person.PersonId,
                    a.Person.FullName,
                    Known(a)
                )),
            ]
        )
        {
            Label = "Who gets the invitation?",
            MissingMessage = "Select who gets the invitation",
        };
        Form = new Form(person, Email);
        return true;
    }

    private static string Known(ApplicantFacts who) =>
        (who.Person.Email ?? "No email address yet")
        + (who.Part.InvitedOn is { } on ? $", last invited on {BritishDate.Long(on)}" : "");
}
