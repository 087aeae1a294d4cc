using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>Adds a partner to somebody who was going to apply alone.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class AddPartnerModel : StaffPage
{
    private static readonly TextField Given = new("given-name")
    {
        Label = "Partner’s first name and any middle names",
        MissingMessage = "Enter the partner’s first name",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly TextField Family = new("family-name")
    {
        Label = "Partner’s last name",
        MissingMessage = "Enter the partner’s last name",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly DateField Born = new("date-of-birth")
    {
        Label = "Partner’s date of birth",
        Hint = "For example, 27 3 1984",
        MissingMessage = "Enter the partner’s date of birth",
        Latest = today => today,
        LatestMessage = "Date of birth must be in the past",
    };

    private static readonly EmailField Email = new("email")
    {
        Label = "Partner’s email address",
        Hint = "The invitation goes there. It may be the same as the applicant’s.",
        MissingMessage = "Enter the partner’s email address",
    };

    private static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Partner’s telephone number",
        Optional = true,
    };

    private readonly AddPartner add;

    public AddPartnerModel(ApplyReads reads, AddPartner add)
        : base(reads)
    {
        this.add = add;
        Form = new Form(Given, Family, Born, Email, Telephone);
    }

    public bool MayAdd => !Facts.IsJoint && Facts.Application.State == ApplicationState.Draft;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    add.RunAsync(
                        new(
                            caseId,
                            new(
                                Form.Must(Given),
                                Form.Must(Family),
                                Form.Must(Born),
                                Form.Must(Email),
                                Form.Get(Telephone)
                            )
                        ),
                        Actor,
                        token
                    ),
                CaseHref,
                "The partner is added, and the invitation is on its way.",
                ct
            )
            : NotFound();
}
