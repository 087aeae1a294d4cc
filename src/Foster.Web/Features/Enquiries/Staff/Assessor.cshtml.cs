using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Names the assessor who visits.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class AssessorModel(EnquiryReads reads, StaffListReads staff, AllocateVisit allocate)
    : WorkerPage(reads, staff)
{
    protected override EnquiryVerb Verb => EnquiryVerb.NameAssessor;

    protected override Role As => Role.Assessor;

    protected override Guid? Now => View.Assessor?.AccountId;

    protected override string Given(string name) => $"{name} is named to visit.";

    protected override ChoiceField<Guid> Ask(IReadOnlyList<Option<Guid>> staff) =>
        new("assessor", staff) { Label = "Who visits?", MissingMessage = "Select who visits" };

    protected override Task<Result> GiveAsync(Guid caseId, Guid accountId, CancellationToken ct) =>
        allocate.RunAsync(new(caseId, accountId), Actor, ct);
}
