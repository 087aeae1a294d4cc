using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>An applicant was approved by another service (R-TRF-05).</summary>
[ForRoles(Role.Assessor)]
public sealed class PreviousApprovalModel(
    AssessmentHeaderReads headers,
    CaseReads cases,
    RecordPreviousApproval record
) : ActPage(headers)
{
    private static readonly TextField Service = new("service") { Label = "Name of the service" };
    private static readonly TextField Address = new("address")
    {
        Label = "Address of the service",
        Rows = 3,
        Max = 500,
    };
    private static readonly DateField Ended = new("ended")
    {
        Label = "When did that approval end?",
        Hint = "Leave it empty if it still runs.",
        Optional = true,
    };
    private ChoiceField<string> person = null!;

    public override string Heading => "Earlier approval by another service";

    public override string Button => "Record this approval";

    public override IReadOnlyList<string> Explains =>
        [
            "When it ran at any time in the 12 months before the application, that service's reference is mandatory (CHK-11). Once it is really in, interviews with referees are not mandatory (R-REF-02).",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    record.RunAsync(
                        new(
                            caseId,
                            Guid.Parse(Form.Must(person)),
                            Form.Must(Service),
                            Form.Must(Address),
                            Form.Get(Ended)
                        ),
                        Actor,
                        token
                    ),
                AssessmentLinks.Of(caseId),
                "The earlier approval was recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return false;
        person = People(
            await cases.ApplicantsAsync(caseId, ct),
            "Who was approved?",
            "Who was approved"
        );
        Form = new Form(person, Service, Address, Ended);
        return true;
    }
}
