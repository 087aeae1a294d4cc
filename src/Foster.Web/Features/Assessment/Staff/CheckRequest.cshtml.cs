using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A check is asked for (R-ASSESS-02).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class CheckRequestModel(
    AssessmentHeaderReads headers,
    CheckReads checks,
    RequestCheck request
) : CheckActPage(headers, checks)
{
    private static readonly DateField On = Day(
        "When was it asked for?",
        "The day it was asked for"
    );
    private static readonly DateField Consent = new("consent")
    {
        Label = "When did you see the signed consent?",
        Hint = "There is no consent from this person on record, so it has to be on paper.",
        Called = "Date of the consent",
    };

    public override string Heading => "Ask for this check";

    public override string Button => "Record that it was asked for";

    public override IReadOnlyList<string> Explains =>
        [
            "The assessor is reminded to chase it 10, 20 and 30 working days after it was asked for.",
            .. OnlyEarlier,
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, checkId, ct))
            return NotFound();
        if (Actor.Is(Role.Assessor))
            Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid checkId, CancellationToken ct) =>
        await OpenAsync(caseId, checkId, ct)
            ? await SendAsync(
                token =>
                    request.RunAsync(
                        new(
                            checkId,
                            Form.Must(On),
                            Form.Fields.Contains(Consent) ? Form.Get(Consent) : null
                        ),
                        Actor,
                        token
                    ),
                Back,
                "The check was asked for.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, checkId, ct))
            return false;
        Form =
            Check.Kind.NeedsConsent && !Check.ConsentOnRecord
                ? new Form(On, Consent)
                : new Form(On);
        return true;
    }
}
