using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The second person confirms a table.</summary>
[ForRoles(Role.TeamManager)]
public sealed class MinimumConfirmModel : MinimumDecisionPage
{
    private static readonly TickField Compared = new("compared")
    {
        Label = "I have opened the source and compared all 15 amounts with it",
        MustBeTicked = "Compare every amount with the source before you confirm",
    };

    private readonly ConfirmMinimum confirm;

    public MinimumConfirmModel(MinimumReads minimums, ConfirmMinimum confirm)
        : base(minimums)
    {
        this.confirm = confirm;
        Form = new Form(Compared);
    }

    public async Task<IActionResult> OnGetAsync(Guid minimumEntryId, CancellationToken ct) =>
        await FoundAsync(minimumEntryId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid minimumEntryId, CancellationToken ct) =>
        await FoundAsync(minimumEntryId, ct)
            ? await SendAsync(
                token => confirm.RunAsync(new(minimumEntryId, Form.Must(Compared)), Actor, token),
                AllowancesLinks.MinimumEntry(minimumEntryId),
                "The table is confirmed. What your council pays is measured by it now.",
                ct
            )
            : NotFound();
}
