using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Names the assessor who visits.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class AssessorModel(EnquiryReads reads, StaffListReads staff, AllocateVisit allocate)
    : EnquiryFormPage(reads)
{
    private ChoiceField<Guid> assessor = new("assessor");

    protected override EnquiryVerb Verb => EnquiryVerb.NameAssessor;

    protected override Form Make() => new(assessor);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ShowAsync(caseId, ct, () => Form.Fill(assessor, View.Assessor?.AccountId));
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ActAsync(
            caseId,
            token => allocate.RunAsync(new(caseId, Form.Must(assessor)), Actor, token),
            "The assessor is named.",
            ct
        );
    }

    private async Task ListAsync(CancellationToken ct) =>
        assessor = new ChoiceField<Guid>(
            "assessor",
            [
                .. (await staff.InRoleAsync(Actor.CouncilId, Role.Assessor, ct)).Select(
                    s => new Option<Guid>(s.AccountId, s.Name)
                ),
            ]
        )
        {
            Label = "Who visits?",
            MissingMessage = "Select who visits",
        };
}
