using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>The records officer says that records may go.</summary>
[FreshFactor]
public sealed class ConfirmModel : FormPage
{
    private static readonly TickField Checked = new("checked")
    {
        Label =
            "I have looked whether a court, an inquiry, a claim or a person still needs these records",
        MustBeTicked = "Tick that you have looked whether anybody still needs these records",
    };

    private readonly RecordsReads records;
    private readonly ConfirmErasure confirm;

    public ConfirmModel(RecordsReads records, ConfirmErasure confirm)
    {
        (this.records, this.confirm) = (records, confirm);
        Form = new Form(Checked);
    }

    public RetentionLine Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid retentionItemId, CancellationToken ct) =>
        await LoadAsync(retentionItemId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid retentionItemId, CancellationToken ct) =>
        await LoadAsync(retentionItemId, ct)
            ? await SendAsync(
                token => confirm.RunAsync(new(retentionItemId), Actor, token),
                RecordsLinks.List,
                "The erasure is confirmed. The next run carries it out.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (
            !Actor.Has(Capability.RecordsOfficer) || await records.FindAsync(id, ct) is not { } item
        )
            return false;
        Item = item;
        return true;
    }
}
