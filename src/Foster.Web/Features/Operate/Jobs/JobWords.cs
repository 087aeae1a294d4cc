using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Operate.Jobs;

/// <summary>How a run is told.</summary>
public static class JobWords
{
    public static string Origin(JobOrigin origin) =>
        origin switch
        {
            JobOrigin.Schedule => "At its time",
            JobOrigin.CatchUp => "Caught up, its time had gone by",
            _ => "By hand",
        };

    /// <summary>The state of a job in a word, and its colour.</summary>
    public static (string Text, string Colour) State(JobView job) =>
        job switch
        {
            { Open: { } open } => State(open),
            { Pause: not null } => ("Paused", "yellow"),
            { Last: { } last } => State(last),
            _ => ("Not run yet", "grey"),
        };

    public static (string Text, string Colour) State(JobRunRow run) =>
        run switch
        {
            { Result: JobResult.Done } => ("Done", "green"),
            { Result: JobResult.Failed } => ("Failed", "red"),
            { Attempt: 0 } => ("Waiting", "grey"),
            _ => ("Running", "blue"),
        };

    /// <summary>What a run came to.</summary>
    public static string Outcome(JobRunRow run) =>
        run switch
        {
            { Error: "NodesStopped" } => "Given up: every node that began it stopped.",
            { Error: { } error } => $"Broke off ({error}). Its next run tries again.",
            { Result: JobResult.Failed } =>
                "Went through; what failed is tried again by its next run.",
            _ => "",
        };

    /// <summary>The machine, without what tells its starts apart.</summary>
    public static string Node(JobRunRow run) => run.Node?.Split('/')[0] ?? "–";
}
