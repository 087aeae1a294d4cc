using Foster.Web.Features.Cases;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Decisions;

/// <summary>The decision maker refuses at stage 1 (T-APP-07), and reads the letter before it goes out.</summary>
[Records(AccessKind.Confidential)]
public sealed class RefuseStage1Model(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    RefuseStage1 refuse
) : FormPage, ILetterPage
{
    private static readonly DateField On = new("on")
    {
        Label = "When was it decided?",
        Called = "The day it was decided",
    };
    private static readonly ChoiceField<string> Code = new(
        "code",
        [.. AssessmentReasons.Refuse.Select(r => new Option<string>(r.Code, r.Label))]
    )
    {
        Label = "What is the main reason?",
        Called = "The main reason",
    };
    private static readonly TextField Reason = new("reason")
    {
        Label = "What do you tell the applicants?",
        Called = "Reasons",
        Hint =
            "These words stand in the letter. At least 20 characters. Do not mention an independent review: there is none at this stage (R-ASSESS-07).",
        Rows = 8,
        Max = 4_000,
    };
    private static readonly ChoiceField<string> Legal = new(
        "legal",
        [.. AssessmentReasons.Legal.Select(r => new Option<string>(r.Code, r.Label))]
    )
    {
        Label = "What is the legal reason, since stage 2 is open?",
        MissingMessage = "Select the legal reason",
    };

    public AssessmentHeader Header { get; private set; } = null!;
    public IReadOnlyList<AssessmentDecision> Proposals { get; private set; } = [];
    public IReadOnlyList<Gap> Missing { get; private set; } = [];
    public IReadOnlyList<ClockLine> Clocks { get; private set; } = [];

    public DateOnly Day => Today;

    public LetterDraft? Draft { get; private set; }

    public bool Checking => Draft is not null;

    public string Address => Request.Path;

    public string ActText => "Issue the letter and refuse";

    public string ActVariant => "warning";

    public bool Stage2Open => Header.Stage2StartedOn is not null;

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
                token => refuse.DraftAsync(Input(caseId), Actor, token),
                draft => Draft = draft,
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Change() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token => refuse.RunAsync(Input(caseId), Actor, token),
                "/decisions/stage-1",
                "The application was refused at stage 1 and the letter is issued.",
                ct
            )
            : NotFound();

    private RefuseStage1Input Input(Guid caseId) =>
        new(
            caseId,
            Form.Must(On),
            Form.Must(Code),
            Form.Must(Reason),
            Stage2Open ? Form.Must(Legal) : null,
            Request.Form[ILetterPage.ReadField].ToString()
        );

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (await headers.FindAsync(caseId, ct) is not { } found || found.ReceivedOn is null)
            return false;
        Header = found;
        Form = Stage2Open ? new Form(On, Code, Legal, Reason) : new Form(On, Code, Reason);
        Proposals = await work.OpenRefusalsAsync(caseId, ct);
        Missing = await work.GapsAsync(caseId, ct);
        Clocks = [.. (await headers.ClocksAsync(caseId, ct)).Where(c => c.RuleId == "R-ASSESS-06")];
        return true;
    }
}
