using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The team manager decides not to assess (T-APP-03), and reads the letter before it goes out.</summary>
[ForRoles(Role.TeamManager)]
public sealed class DeclineModel(AssessmentHeaderReads headers, DeclineToAssess decline)
    : ActPage(headers),
        ILetterPage
{
    private static readonly DateField On = Day("When was it decided?", "The day it was decided");
    private static readonly ChoiceField<string> Code = Codes(
        AssessmentReasons.Decline,
        "What is the main reason?"
    );
    private static readonly TextField Reason = Reasons(
        "What do you tell the applicants?",
        "These words stand in the letter. At least 20 characters. Do not mention an independent review: there is none at this stage."
    );

    public override string Heading => "Decide not to assess";

    public override string Button => "Continue";

    public override string Back => AssessmentLinks.Decision(Header.CaseId);

    public override IReadOnlyList<string> Explains =>
        [
            "Each applicant gets a letter with your reasons and how to complain. You read it before it goes out. The case is closed and cannot be opened again; they may apply anew.",
        ];

    public LetterDraft? Draft { get; private set; }

    public bool Checking => Draft is not null;

    public string Address => Request.Path;

    public string ActText => "Issue the letter and decline";

    public string ActVariant => "warning";

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    /// <summary>Shows the letter that would go out. Nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await ShowFirstAsync(
                token => decline.DraftAsync(Input(caseId), Actor, token),
                draft => Draft = draft,
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Change() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token => decline.RunAsync(Input(caseId), Actor, token),
                AssessmentLinks.Of(caseId),
                "The application is declined and the letter is issued.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return false;
        Form = new Form(On, Code, Reason);
        return true;
    }

    private DeclineToAssessInput Input(Guid caseId) =>
        new(
            caseId,
            Form.Must(On),
            Form.Must(Code),
            Form.Must(Reason),
            Request.Form[ILetterPage.ReadField].ToString()
        );
}
