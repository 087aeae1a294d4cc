using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Writes down that the enquirer withdraws.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class WithdrawModel(EnquiryReads reads, WithdrawEnquiry withdraw)
    : EnquiryFormPage(reads)
{
    private static readonly ChoiceField<string> Reason = new("reason", EnquiryWords.WithdrawReasons)
    {
        Label = "Why do they withdraw?",
        MissingMessage = "Select why they withdraw",
    };

    private static readonly TextField Statement = new("statement")
    {
        Label = "What they said",
        Optional = true,
        Rows = 4,
        Max = 4000,
    };

    protected override EnquiryVerb Verb => EnquiryVerb.Withdraw;

    protected override Form Make() => new(Reason, Statement);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token =>
                withdraw.RunAsync(
                    new(caseId, Form.Must(Reason), Form.Get(Statement)),
                    Actor,
                    token
                ),
            "The enquiry is withdrawn.",
            ct
        );
}
