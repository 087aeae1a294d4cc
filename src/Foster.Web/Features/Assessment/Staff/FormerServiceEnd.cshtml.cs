using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>When the approval by another service ends (R-TRF-01).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class FormerServiceEndModel(
    AssessmentHeaderReads headers,
    FormerServiceReads services,
    EndPreviousApproval end
) : ActPage(headers)
{
    private static readonly DateField Ends = new("on")
    {
        Label = "On which day does it end?",
        Called = "The day it ends",
        Hint = "It may be ahead.",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "Why does it change?",
        Called = "Reasons",
        Hint =
            "Needed in at least 20 characters where another day is on record, or where this day decides whether the reference is mandatory.",
        Optional = true,
        Rows = 3,
        Max = 2_000,
    };

    public FormerServiceLine Line { get; private set; } = null!;

    public override string Heading => "When does the other approval end?";

    public override string Button => "Record the end";

    public override string Back => AssessmentLinks.FormerServices(Header.CaseId);

    public override string? About => $"{Line.Approval.ServiceName}, for {Line.Whose}";

    public override IReadOnlyList<string> Explains =>
        [
            "Nobody is approved by two services at once: the approval here never starts before this day (R-TRF-01).",
            "Where it ended more than 12 months before the application, the reference of that service is not mandatory and does not take the place of two interviews (R-TRF-05, R-REF-02).",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid approvalId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, approvalId, ct))
            return NotFound();
        Form.Fill(Ends, Line.Approval.EndedOn);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid approvalId,
        CancellationToken ct
    ) =>
        await OpenAsync(caseId, approvalId, ct)
            ? await SendAsync(
                token =>
                    end.RunAsync(new(approvalId, Form.Must(Ends), Form.Get(Reason)), Actor, token),
                Back,
                "The end of that approval is recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, Guid approvalId, CancellationToken ct)
    {
        if (
            !await FindAsync(caseId, ct)
            || (await services.OfCaseAsync(caseId, ct)).FirstOrDefault(l =>
                l.Approval.Id == approvalId
            )
                is not { } line
        )
            return false;
        Line = line;
        Form = new Form(Ends, Reason);
        return true;
    }
}
