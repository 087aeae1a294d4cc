using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Decisions;

/// <summary>The decision maker refuses at stage 1 (T-APP-07).</summary>
[Records(AccessKind.Confidential)]
public sealed class RefuseStage1Model(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    RefuseStage1 refuse
) : FormPage
{
    private static readonly DateField On = new("on") { Label = "When was it decided?" };
    private static readonly ChoiceField<string> Code = new(
        "code",
        [.. AssessmentReasons.Refuse.Select(r => new Option<string>(r.Code, r.Label))]
    )
    {
        Label = "What is the main reason?",
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
    public IReadOnlyList<DecisionLine> Proposals { get; private set; } = [];
    public IReadOnlyList<Gap> Missing { get; private set; } = [];
    public IReadOnlyList<ClockLine> Clocks { get; private set; } = [];

    public DateOnly Day => Today;

    public bool Stage2Open => Header.Stage2StartedOn is not null;

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
                    refuse.RunAsync(
                        new(
                            caseId,
                            Form.Must(On),
                            Form.Must(Code),
                            Form.Must(Reason),
                            Stage2Open ? Form.Must(Legal) : null
                        ),
                        Actor,
                        token
                    ),
                "/decisions/stage-1",
                "The application was refused at stage 1 and the letter is on its way.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (await headers.FindAsync(caseId, ct) is not { } found || found.ReceivedOn is null)
            return false;
        Header = found;
        Form = Stage2Open ? new Form(On, Code, Legal, Reason) : new Form(On, Code, Reason);
        Proposals =
        [
            .. (await work.DecisionsAsync(caseId, ct)).Where(d =>
                d.Step == AssessmentStep.ProposeRefusal
            ),
        ];
        Missing = await work.GapsAsync(caseId, ct);
        Clocks = [.. (await headers.ClocksAsync(caseId, ct)).Where(c => c.RuleId == "R-ASSESS-06")];
        return true;
    }
}
