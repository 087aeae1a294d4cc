using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The second person publishes a draft.</summary>
[ForRoles(Role.TeamManager)]
public sealed class SchedulePublishModel : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "On whose decision is it published?",
        Hint =
            "The meeting or officer, the date, and how carers were consulted. If no decision of a committee was needed, why not.",
        MissingMessage = "Write on whose decision it is published",
        Rows = 4,
        Min = ScheduleAct.LeastReason,
        Max = ScheduleAct.MostReason,
    };

    private static readonly TickField Below = new("below")
    {
        Label = "It was decided knowing that it is below the national minimum",
        MustBeTicked = PublishSchedule.TickBelow,
    };

    private readonly ScheduleReads schedules;
    private readonly PublishSchedule publish;

    public SchedulePublishModel(ScheduleReads schedules, PublishSchedule publish)
    {
        (this.schedules, this.publish) = (schedules, publish);
    }

    public ScheduleSheet Sheet { get; private set; } = null!;

    /// <summary>Each band that is below the national minimum, in words.</summary>
    public IReadOnlyList<string> Shortfalls { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid scheduleId, CancellationToken ct) =>
        await FoundAsync(scheduleId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid scheduleId, CancellationToken ct) =>
        await FoundAsync(scheduleId, ct)
            ? await SendAsync(
                token =>
                    publish.RunAsync(
                        new(
                            scheduleId,
                            Form.Must(Reason),
                            Shortfalls.Count > 0 && Form.Get(Below) is true
                        ),
                        Actor,
                        token
                    ),
                AllowancesLinks.Schedule(scheduleId),
                "The schedule is published.",
                ct
            )
            : NotFound();

    private async Task<bool> FoundAsync(Guid scheduleId, CancellationToken ct)
    {
        if (await schedules.FindAsync(scheduleId, ct) is not { } sheet)
            return false;
        Sheet = sheet;
        Shortfalls = [.. (await publish.BelowAsync(scheduleId, ct)).Select(b => b.Reason)];
        Form = Shortfalls.Count > 0 ? new Form(Reason, Below) : new Form(Reason);
        return true;
    }
}
