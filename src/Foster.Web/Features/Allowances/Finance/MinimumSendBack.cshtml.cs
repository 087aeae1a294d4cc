using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The second person sends a table back to whoever entered it.</summary>
[ForRoles(Role.TeamManager)]
public sealed class MinimumSendBackModel : MinimumDecisionPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "What is wrong with it?",
        Hint = "Name the amounts, or say why you could not compare them.",
        MissingMessage = "Write what is wrong with the table",
        Rows = 4,
        Min = ScheduleAct.LeastReason,
        Max = ScheduleAct.MostReason,
    };

    private readonly SendBackMinimum sendBack;

    public MinimumSendBackModel(MinimumReads minimums, SendBackMinimum sendBack)
        : base(minimums)
    {
        this.sendBack = sendBack;
        Form = new Form(Reason);
    }

    public async Task<IActionResult> OnGetAsync(Guid minimumEntryId, CancellationToken ct) =>
        await FoundAsync(minimumEntryId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid minimumEntryId, CancellationToken ct) =>
        await FoundAsync(minimumEntryId, ct)
            ? await SendAsync(
                token => sendBack.RunAsync(new(minimumEntryId, Form.Must(Reason)), Actor, token),
                AllowancesLinks.MinimumEntry(minimumEntryId),
                "The table is sent back. A finance officer can enter it again, corrected.",
                ct
            )
            : NotFound();
}
