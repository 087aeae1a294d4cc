using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Decisions;

/// <summary>The decision maker approves. Nothing is ticked or typed for them but the terms panel recommended (R-ADM-08).</summary>
public sealed class ApproveCaseModel : CaseFilePage
{
    private static readonly TickField Report = Tick(
        "read-report",
        "I have read the assessment report"
    );
    private static readonly TickField MinutesRead = Tick(
        "read-minutes",
        "I have read panel's minutes and recommendation"
    );
    private static readonly TickField Observations = Tick(
        "read-observations",
        "I have read the applicants' observations, or seen that there are none"
    );
    private static readonly TickField Options = Tick(
        "read-options",
        "I have read what the options for review would be"
    );

    private static readonly TextField Evidence = new("evidence")
    {
        Label = "What evidence do you rely on?",
        Called = "Evidence",
        MissingMessage = "Enter the evidence that you rely on",
        Rows = 5,
        Max = 10_000,
    };

    private static readonly TextField Why = new("reasons")
    {
        Label = "Your own reasons",
        Hint =
            "At least 20 characters. You take panel's recommendation into account and are not bound by it",
        MissingMessage = "Enter your reasons",
        Rows = 6,
        Max = 10_000,
    };

    private static readonly YesNoField Elsewhere = new("elsewhere")
    {
        Label = "Has another fostering service approved any of them?",
        MissingMessage = "Select whether another fostering service has approved any of them",
    };

    private static readonly DateField Ended = new("ended")
    {
        Label = "When did that approval end?",
        Called = "Date the other approval ended",
        Hint =
            "Leave it out if nobody is approved elsewhere. Nobody is approved by two services at once",
        Optional = true,
        OnlyWhen = f => f.Get(Elsewhere) != false,
    };

    private readonly Approve approve;

    public ApproveCaseModel(CaseFileReads files, Approve approve)
        : base(files)
    {
        this.approve = approve;
        Form = new Form([
            Report,
            MinutesRead,
            Observations,
            Options,
            Evidence,
            Why,
            .. TermsForm.Fields,
            Elsewhere,
            Ended,
        ]);
    }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        TermsForm.Fill(Form, Shown.Panel.Recommendation?.Terms);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? await SendAsync(t => ActAsync(caseId, t), ct) : NotFound();

    private async Task<Result<Sent>> ActAsync(Guid caseId, CancellationToken ct)
    {
        var done = await approve.RunAsync(
            new(
                caseId,
                Form.Must(Why),
                Form.Must(Evidence),
                Read(),
                TermsForm.Read(Form),
                Form.Must(Elsewhere),
                Form.Get(Ended)
            ),
            Actor,
            ct
        );
        return done.Ok
            ? new Sent(Back, "Approved. The applicants are told next.")
            : Result<Sent>.Refused(done.Refusals);
    }

    private ReadEverything Read() =>
        (Form.Must(Report) ? ReadEverything.Report : 0)
        | (Form.Must(MinutesRead) ? ReadEverything.Minutes : 0)
        | (Form.Must(Observations) ? ReadEverything.Observations : 0)
        | (Form.Must(Options) ? ReadEverything.ReviewOptions : 0);

    private static TickField Tick(string name, string label) =>
        new(name) { Label = label, MustBeTicked = $"Tick to confirm: {label}" };
}
