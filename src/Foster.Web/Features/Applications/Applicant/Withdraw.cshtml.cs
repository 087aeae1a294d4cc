using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The applicants step back, with the reason and in their own words.</summary>
public sealed class WithdrawModel : ApplyPage
{
    private static readonly TickField Sure = new("sure")
    {
        Label = "Yes, I want to withdraw the application",
        MustBeTicked = "Confirm that you want to withdraw the application",
    };

    private readonly WithdrawApplication withdraw;
    private readonly WithdrawalLetter letter;
    private TextField statement = Ask(optional: false);

    public WithdrawModel(
        ApplyReads reads,
        ProgressReads progress,
        WithdrawApplication withdraw,
        WithdrawalLetter letter
    )
        : base(reads, progress)
    {
        (this.withdraw, this.letter) = (withdraw, letter);
        Form = new Form(WithdrawalFields.Reason, statement, Sure);
    }

    public bool CanWithdraw => Facts.Application.IsOpen;

    /// <summary>Until when the papers would be kept (R-REC-04, R-REC-06).</summary>
    public DateOnly KeptUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await FindAsync(ct)
            ? await SendAsync(
                token =>
                    withdraw.RunAsync(
                        new(
                            Facts.CaseId,
                            Form.Must(WithdrawalFields.Reason),
                            Form.Get(statement) ?? "",
                            Today
                        ),
                        Actor,
                        token
                    ),
                "/apply/progress",
                "Your application is withdrawn.",
                ct
            )
            : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return false;
        if (
            HttpMethods.IsPost(Request.Method)
            && Request.Form[WithdrawalFields.Reason.Name] == WithdrawalReasons.Unsaid
        )
            Form = new Form(WithdrawalFields.Reason, statement = Ask(optional: true), Sure);
        KeptUntil = await letter.KeptUntilAsync(Facts.Application, Facts.Today, ct);
        return true;
    }

    /// <summary>Who would rather not say is not asked to.</summary>
    private static TextField Ask(bool optional) =>
        new("statement")
        {
            Label = "Tell us why, in your own words",
            Called = "Why",
            Hint =
                "If you choose “Another reason, or I would rather not say”, you can leave this empty.",
            MissingMessage = "Enter why you withdraw; a few words are enough",
            Optional = optional,
            Rows = 4,
            Max = 2000,
        };
}
