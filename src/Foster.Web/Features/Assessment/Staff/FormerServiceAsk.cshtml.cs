using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A former service is asked for access to its records, or for a reference that is not mandatory.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class FormerServiceAskModel(
    AssessmentHeaderReads headers,
    FormerServiceReads services,
    SendServiceRequest send
) : ActPage(headers)
{
    private static readonly ChoiceField<ServiceRequestKind> Kind = new(
        "kind",
        new Option<ServiceRequestKind>(
            ServiceRequestKind.Records,
            "Access to its records",
            "Within 15 working days (R-TRF-06)"
        ),
        new Option<ServiceRequestKind>(
            ServiceRequestKind.Reference,
            "A reference",
            "By the protocol within 28 days (R-TRF-07). Where it is mandatory, ask through the check CHK-11"
        )
    )
    {
        Label = "What is it asked for?",
        MissingMessage = "Select what it is asked for",
    };

    private static readonly ConsentWording Wording = ConsentWordings.Find(
        ConsentWordings.FormerRecords
    )!;

    private static readonly DateField On = Day("When was it asked?", "The day it was asked");
    private static readonly DateField Consent = Day(
        "When did you see the applicant’s signed consent?",
        "The day you saw the consent",
        "consent"
    );

    public FormerServiceLine Line { get; private set; } = null!;

    public override string Heading => "Ask a former service";

    public override string Button => "Record the request";

    public override string Back => AssessmentLinks.FormerServices(Header.CaseId);

    public override string? About => $"{Line.Approval.ServiceName}, for {Line.Whose}";

    public override IReadOnlyList<string> Explains =>
        [
            $"For access to its records, they agree to these words: “{Wording.Question} {Wording.Why}” Where they have not answered in their application, the day on which you saw their signed consent is recorded as their answer (R-APP-05).",
            "Only what is received counts; having asked is not enough (R-REF-02). What they share is evidence, and the decision here is fresh (R-TRF-08).",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid approvalId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, approvalId, ct))
            return NotFound();
        Form.Suggest(On, Today);
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
                    send.RunAsync(
                        new(approvalId, Form.Must(Kind), Form.Must(On), Form.Must(Consent)),
                        Actor,
                        token
                    ),
                Back,
                "The request is recorded.",
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
        Form = new Form(Kind, On, Consent);
        return true;
    }
}
