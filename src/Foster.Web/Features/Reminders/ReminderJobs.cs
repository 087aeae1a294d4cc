using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Reminders;

/// <summary>Everything that falls on this day.</summary>
public sealed class MorningReminders : IJob
{
    public string Key => "reminders.morning";

    public Task RunAsync(JobRun run, CancellationToken ct) =>
        run.EachCouncilAsync(
            (services, actor, token) =>
                ReminderWork.GoAsync(ReminderSweep.Morning, run, services, actor, token),
            ct
        );
}

/// <summary>The steps that name an hour.</summary>
public sealed class TimedReminders : IJob
{
    public string Key => "reminders.timed";

    public Task RunAsync(JobRun run, CancellationToken ct) =>
        run.EachCouncilAsync(
            (services, actor, token) =>
                ReminderWork.GoAsync(ReminderSweep.Timed, run, services, actor, token),
            ct
        );
}

internal static class ReminderWork
{
    /// <summary>Plans, and posts what is planned: also what a run before this one left.</summary>
    public static async Task GoAsync(
        ReminderSweep sweep,
        JobRun run,
        IServiceProvider services,
        Actor actor,
        CancellationToken ct
    )
    {
        var planned = await services
            .GetRequiredService<ReminderPlanning>()
            .GoAsync(sweep, actor, ct);
        var posted = await services.GetRequiredService<ReminderPosting>().GoAsync(actor, ct);
        run.Count(considered: planned, done: posted);
    }
}
