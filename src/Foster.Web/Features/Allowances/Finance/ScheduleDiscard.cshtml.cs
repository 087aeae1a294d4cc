using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Puts a draft aside for good.</summary>
public sealed class ScheduleDiscardModel : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Why is it put aside?",
        MissingMessage = "Write why the draft is put aside",
        Rows = 3,
        Min = ScheduleAct.LeastReason,
        Max = ScheduleAct.MostReason,
    };

    private readonly ScheduleReads schedules;
    private readonly DiscardSchedule discard;

    public ScheduleDiscardModel(ScheduleReads schedules, DiscardSchedule discard)
    {
        (this.schedules, this.discard) = (schedules, discard);
        Form = new Form(Reason);
    }

    public ScheduleSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid scheduleId, CancellationToken ct) =>
        await FoundAsync(scheduleId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid scheduleId, CancellationToken ct) =>
        await FoundAsync(scheduleId, ct)
            ? await SendAsync(
                token => discard.RunAsync(new(scheduleId, Form.Must(Reason)), Actor, token),
                AllowancesLinks.Schedule(scheduleId),
                "The draft is put aside.",
                ct
            )
            : NotFound();

    private async Task<bool> FoundAsync(Guid scheduleId, CancellationToken ct)
    {
        if (await schedules.FindAsync(scheduleId, ct) is not { } sheet)
            return false;
        Sheet = sheet;
        return true;
    }
}
