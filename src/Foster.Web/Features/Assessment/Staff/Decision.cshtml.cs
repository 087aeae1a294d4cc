using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The team manager decides to assess and names the assessor (T-APP-02).</summary>
[ForRoles(Role.TeamManager)]
public sealed class DecisionModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    DecideToAssess decide
) : ActPage(headers)
{
    private static readonly DateField On = Day("When was it decided?", "The day it was decided");
    private static readonly TextField Reason = Reasons("Why do you decide to assess?");
    private static readonly TickField Free = new("free")
    {
        Label =
            "I have asked the assessor: they are not related to or otherwise connected with this household",
        MustBeTicked = "Confirm that the assessor is not connected with the household",
    };
    private ChoiceField<string> assessor = null!;

    public override string Heading => "Decide whether to assess";

    public override string Button => "Assess this household";

    public override IReadOnlyList<string> Explains =>
        [
            "If you decide to assess, stage 1 begins today: the checks are listed for each person, and the assessor you name sees the case.",
            "If you decide not to, use the link below the form.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    decide.RunAsync(
                        new(
                            caseId,
                            Form.Must(On),
                            Form.Must(Reason),
                            Guid.Parse(Form.Must(assessor)),
                            Form.Must(Free)
                        ),
                        Actor,
                        token
                    ),
                AssessmentLinks.Of(caseId),
                "The assessment has begun.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return false;
        var choices = await work.AssessorsAsync(Actor.CouncilId, ct);
        assessor = new(
            "assessor",
            [
                .. choices.Select(c => new Option<string>(
                    c.AccountId.ToString(),
                    c.Name,
                    c.IsQualified ? null : "Not qualified to assess on their own (R-ASSESS-16)"
                )),
            ]
        )
        {
            Label = "Who assesses?",
            MissingMessage = "Select the assessor",
        };
        Form = new Form(On, Reason, assessor, Free);
        return true;
    }
}
