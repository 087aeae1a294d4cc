using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>
/// Counts open dates again that were counted by another issue of the bank holidays, and keeps the former date in the
/// history of the case (R-DATE-08). Reminders follow by themselves, since they name the date.
/// </summary>
public sealed class DeadlineRecount : IJob
{
    /// <summary>Few enough that the embedded database is free again within 50 ms.</summary>
    private const int Batch = 50;

    public string Key => "deadlines.recount";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        foreach (var council in await run.CouncilsAsync(ct))
        {
            var more = true;
            while (more)
            {
                more = false;
                if (
                    !await run.ItemAsync(
                        council,
                        async (services, actor, token) =>
                            more = await BatchAsync(services, actor, token),
                        ct
                    )
                )
                    break;
            }
        }
    }

    /// <summary>True when there may be more.</summary>
    private static async Task<bool> BatchAsync(
        IServiceProvider services,
        Actor actor,
        CancellationToken ct
    )
    {
        var db = services.GetRequiredService<FosterDb>();
        var history = services.GetRequiredService<CaseHistory>();
        var calendar = await services.GetRequiredService<ICalendarSource>().CurrentAsync(ct);
        var stale = await db.Set<Deadline>()
            .Where(d => d.Status == DeadlineStatus.Open && d.CalendarVersion != calendar.Version)
            .OrderBy(d => d.Id)
            .Take(Batch)
            .ToListAsync(ct);
        foreach (var deadline in stale)
            if (deadline.Recompute(calendar) is { } move)
                await history.WriteAsync(actor, deadline.CaseId, Note(deadline, move), ct);
        await db.SaveChangesAsync(ct);
        return stale.Count == Batch;
    }

    private static HistoryNote Note(Deadline deadline, DeadlineMove move) =>
        new(
            "deadline.moved",
            $"{deadline.Title}: due on {BritishDate.Long(move.To)} and no longer on {BritishDate.Long(move.From)}, because the bank holidays changed"
        )
        {
            ForApplicant = deadline.ApplicantTitle is { } title
                ? $"{title}: {BritishDate.Long(move.To)} and no longer {BritishDate.Long(move.From)}, because of a bank holiday"
                : null,
            From = BritishDate.Long(move.From),
            To = BritishDate.Long(move.To),
            Rules = [deadline.RuleId, "R-DATE-08"],
        };
}
