namespace Foster.Web.Foundation.Jobs;

/// <summary>
/// Scheduled work: one class for each line of <see cref="JobSchedule"/>. It may be started again after a crash in its
/// middle, so whatever it does twice must come out once; its rows say what is done already.
/// </summary>
public interface IJob
{
    /// <summary>The key of its line.</summary>
    string Key { get; }

    /// <summary>Goes through its items, each in <see cref="JobRun.ItemAsync"/>, and carries on past those that fail.</summary>
    Task RunAsync(JobRun run, CancellationToken ct);
}
