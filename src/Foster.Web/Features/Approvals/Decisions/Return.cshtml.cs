using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Decisions;

/// <summary>The decision maker asks for more (T-APP-25).</summary>
public sealed class ReturnModel : CaseFilePage
{
    private const string Panel = "panel";

    private static readonly ChoiceField<string> Where = new(
        "to",
        new(Panel, "Panel", "More information or clearer reasons from panel"),
        new("assessment", "The assessment", "Something has to be looked into again")
    )
    {
        Label = "Where does it go back to?",
        MissingMessage = "Select where it goes back to",
    };

    private static readonly ChoiceField<string> Code = new("code", PanelWords.ReturnCodes)
    {
        Label = "Why?",
        MissingMessage = "Select why it goes back",
    };

    private static readonly TextField Why = new("reasons")
    {
        Label = "What do you need?",
        Called = "What you need",
        Hint = "At least 20 characters",
        MissingMessage = "Enter what you need",
        Rows = 5,
        Max = 4_000,
    };

    private static readonly TickField Waive = new("waive")
    {
        Label = "Set the seven working days aside while the case is away",
    };

    private static readonly TextField WaiverReason = new("waiver-reason")
    {
        Label = "Why are they set aside?",
        Called = "Reason for setting them aside",
        Hint =
            "At least 20 characters, and only where you ticked this. Without it the seven working days run on (R-ADM-07)",
        Rows = 3,
        Max = 2_000,
        Optional = true,
    };

    private readonly ReturnCase back;

    public ReturnModel(CaseFileReads files, ReturnCase back)
        : base(files)
    {
        this.back = back;
        Form = new Form(Where, Code, Why, Waive, WaiverReason);
    }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    back.RunAsync(
                        new(
                            caseId,
                            Form.Must(Where) == Panel,
                            Form.Must(Code),
                            Form.Must(Why),
                            Form.Must(Waive) ? Form.Get(WaiverReason) ?? "" : null
                        ),
                        Actor,
                        token
                    ),
                "/decisions",
                "The case is returned.",
                ct
            )
            : NotFound();
}
