using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Gives an enquiry to one recruitment officer.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class OfficerModel(EnquiryReads reads, StaffListReads staff, NameOfficer name)
    : WorkerPage(reads, staff)
{
    protected override EnquiryVerb Verb => EnquiryVerb.NameOfficer;

    protected override Role As => Role.RecruitmentOfficer;

    protected override Guid? Now => View.Officer?.AccountId;

    protected override string Given(string name) => $"{name} has this enquiry now.";

    protected override ChoiceField<Guid> Ask(IReadOnlyList<Option<Guid>> staff) =>
        new("officer", staff)
        {
            Label = "Who looks after this enquiry?",
            MissingMessage = "Select who looks after it",
        };

    protected override Task<Result> GiveAsync(Guid caseId, Guid accountId, CancellationToken ct) =>
        name.RunAsync(new(caseId, accountId), Actor, ct);
}
