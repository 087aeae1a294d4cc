using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Foundation.History;

/// <summary>The heads that this process has anchored already.</summary>
public sealed class AnchorMemory
{
    public Dictionary<(Guid, ChainLog), ChainHead> Known { get; } = [];
}

/// <summary>Writes the heads of the chains into the file outside the database.</summary>
public sealed class AnchorJob(Anchoring anchoring, AnchorMemory memory) : IJob
{
    public string Key => "history.anchor";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var anchored = await anchoring.RunAsync(memory.Known, ct);
        run.Count(considered: memory.Known.Count, done: anchored);
    }
}

/// <summary>Looks through the whole history.</summary>
public sealed class HistoryCheckJob(BrokenChain chain) : IJob
{
    public string Key => "history.check";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var found = await chain.LookAsync(ct);
        // What is broken is an alert of its own; the check itself was done.
        run.Count(considered: (int)found.Linked, done: (int)found.Linked);
    }
}
