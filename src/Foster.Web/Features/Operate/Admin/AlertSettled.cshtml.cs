using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Says what came of an alert.</summary>
public sealed class AlertSettledModel : FormPage
{
    private static readonly TextField What = new("what")
    {
        Label = "What did you find, and what was done?",
        Called = "What came of it",
        Hint = "Name no applicant, carer or child.",
        MissingMessage = "Enter what you found and what was done",
        Rows = 5,
        Max = 2_000,
    };

    private readonly AlertReads alerts;
    private readonly SettleAlert settle;

    public AlertSettledModel(AlertReads alerts, SettleAlert settle)
    {
        (this.alerts, this.settle) = (alerts, settle);
        Form = new Form(What);
    }

    public AlertLine Alert { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid alertId, CancellationToken ct) =>
        await LoadAsync(alertId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid alertId, CancellationToken ct) =>
        await LoadAsync(alertId, ct)
            ? await SendAsync(
                token => settle.RunAsync(new(alertId, Form.Must(What)), Actor, token),
                "/admin/alerts",
                "The alert is settled.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid alertId, CancellationToken ct)
    {
        if ((await alerts.AllAsync(ct)).FirstOrDefault(a => a.Id == alertId) is not { } found)
            return false;
        Alert = found;
        return true;
    }
}
