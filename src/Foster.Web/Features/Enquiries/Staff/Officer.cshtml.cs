using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Gives an enquiry to one recruitment officer.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class OfficerModel(EnquiryReads reads, StaffListReads staff, NameOfficer name)
    : EnquiryFormPage(reads)
{
    private ChoiceField<Guid> officer = new("officer");

    protected override EnquiryVerb Verb => EnquiryVerb.NameOfficer;

    protected override Form Make() => new(officer);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ShowAsync(caseId, ct, () => Form.Fill(officer, View.Officer?.AccountId));
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ActAsync(
            caseId,
            token => name.RunAsync(new(caseId, Form.Must(officer)), Actor, token),
            "They have this enquiry now.",
            ct
        );
    }

    private async Task ListAsync(CancellationToken ct) =>
        officer = new ChoiceField<Guid>(
            "officer",
            [
                .. (await staff.InRoleAsync(Actor.CouncilId, Role.RecruitmentOfficer, ct)).Select(
                    s => new Option<Guid>(s.AccountId, s.Name)
                ),
            ]
        )
        {
            Label = "Who looks after this enquiry?",
            MissingMessage = "Select who looks after it",
        };
}
