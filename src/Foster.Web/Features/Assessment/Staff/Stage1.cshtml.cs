using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The assessor confirms that stage 1 is complete (T-APP-05); the team manager passes it (T-APP-06).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class Stage1Model(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    CompleteStage1 complete,
    PassStage1 pass
) : ActPage(headers)
{
    private static readonly DateField On = Day("When was it decided?", "The day it was decided");
    private static readonly TextField Reason = Reasons("Why does this household pass stage 1?");
    private static readonly TickField Free = new("free")
    {
        Label = "No offence was disclosed, or each was classified and none is a specified offence",
        MustBeTicked = "Confirm that no offence was classified as a specified offence",
    };

    private bool Passes => Actor.Is(Role.TeamManager);

    public override string Heading =>
        Passes ? "Decide stage 1" : "Confirm that stage 1 is complete";

    public override string Button => Passes ? "Pass stage 1" : "Confirm stage 1";

    public override IReadOnlyList<string> Explains =>
        Passes
            ?
            [
                "The decision is told to the applicants within 10 working days of the day everything was in (R-ASSESS-06). Nobody passes an assessment of their own (R-SOD-03).",
                "You cannot refuse here: propose a refusal, and the decision maker signs it.",
            ]
            :
            [
                "You confirm that every mandatory item of stage 1 is in. The clock started by itself on the day the last one came in.",
            ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, ct))
            return NotFound();
        if (Passes)
            Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    Passes
                        ? pass.RunAsync(
                            new(caseId, Form.Must(On), Form.Must(Reason), Form.Must(Free)),
                            Actor,
                            token
                        )
                        : complete.RunAsync(new(caseId), Actor, token),
                AssessmentLinks.Of(caseId),
                Passes
                    ? "Stage 1 is passed and the applicants are told."
                    : "Stage 1 is confirmed as complete.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return false;
        Form = Passes ? new Form(On, Reason, Free) : new Form();
        if (Header.State is ApplicationState.Stage1 or ApplicationState.Stage1Complete)
            Gaps = await work.GapsAsync(caseId, ct);
        return true;
    }
}
