using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Takes up a closed enquiry again.</summary>
[ForRoles(Role.RecruitmentOfficer)]
public sealed class ReopenModel(EnquiryReads reads, ReopenEnquiry reopen) : EnquiryFormPage(reads)
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "What happened?",
        Hint = "Such as “called back today”",
        MissingMessage = "Enter what happened",
        Rows = 4,
        Max = 4000,
    };

    protected override EnquiryVerb Verb => EnquiryVerb.Reopen;

    protected override Form Make() => new(Reason);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => reopen.RunAsync(new(caseId, Form.Must(Reason)), Actor, token),
            "The enquiry is open again.",
            ct
        );
}
