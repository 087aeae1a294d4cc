using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Takes somebody off the nurture list.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class NurtureStopModel(
    EnquiryReads enquiries,
    NurtureReads nurtures,
    StopAskAgain stop
) : NurtureFormPage(enquiries, nurtures)
{
    protected override string Done => "They are not asked again.";

    protected override Form Make() => new(NurtureMoveModel.Why);

    protected override Task<Result> ActAsync(Guid caseId, CancellationToken ct) =>
        stop.RunAsync(new(caseId, Form.Must(NurtureMoveModel.Why)), Actor, ct);
}
