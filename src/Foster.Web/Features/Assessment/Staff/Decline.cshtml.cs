using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The team manager decides not to assess (T-APP-03).</summary>
[ForRoles(Role.TeamManager)]
public sealed class DeclineModel(AssessmentHeaderReads headers, DeclineToAssess decline)
    : ActPage(headers)
{
    private static readonly DateField On = Day("When was it decided?");
    private static readonly ChoiceField<string> Code = Codes(
        AssessmentReasons.Decline,
        "What is the main reason?"
    );
    private static readonly TextField Reason = Reasons(
        "What do you tell the applicants?",
        "These words stand in the letter. At least 20 characters. Do not mention an independent review: there is none at this stage."
    );

    public override string Heading => "Decide not to assess";

    public override string Button => "Decline and send the letter";

    public override string Back => AssessmentLinks.Decision(Header.CaseId);

    public override IReadOnlyList<string> Explains =>
        [
            "Each applicant gets a letter with your reasons and how to complain. The case is closed and cannot be opened again; they may apply anew.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return NotFound();
        Form = new Form(On, Code, Reason).Fill(On, (DateOnly?)Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return NotFound();
        Form = new Form(On, Code, Reason);
        return await SendAsync(
            token =>
                decline.RunAsync(
                    new(caseId, Form.Must(On), Form.Must(Code), Form.Must(Reason)),
                    Actor,
                    token
                ),
            AssessmentLinks.Of(caseId),
            "The application was declined and the letter is on its way.",
            ct
        );
    }
}
