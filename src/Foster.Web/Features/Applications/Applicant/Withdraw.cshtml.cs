using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The applicants step back, with the reason and in their own words.</summary>
public sealed class WithdrawModel : ApplyPage
{
    private static readonly TextField Statement = new("statement")
    {
        Label = "Tell us why, in your own words",
        Called = "Why",
        MissingMessage = "Enter why you withdraw; a few words are enough",
        Rows = 4,
        Max = 2000,
    };

    private static readonly TickField Sure = new("sure")
    {
        Label = "Yes, I want to withdraw the application",
        MustBeTicked = "Confirm that you want to withdraw the application",
    };

    private readonly WithdrawApplication withdraw;

    public WithdrawModel(ApplyReads reads, ProgressReads progress, WithdrawApplication withdraw)
        : base(reads, progress)
    {
        this.withdraw = withdraw;
        Form = new Form(WithdrawalFields.Reason, Statement, Sure);
    }

    public bool CanWithdraw => Facts.Application.IsOpen;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(() => { }, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await LoadAsync(ct)
            ? await SendAsync(
                token =>
                    withdraw.RunAsync(
                        new(
                            Facts.CaseId,
                            Form.Must(WithdrawalFields.Reason),
                            Form.Must(Statement),
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
}
