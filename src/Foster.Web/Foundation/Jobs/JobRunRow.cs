namespace Foster.Web.Foundation.Jobs;

public enum JobOrigin
{
    Schedule,

    /// <summary>Its time went by while no node was there.</summary>
    CatchUp,
    ByHand,
}

public enum JobResult
{
    Done,

    /// <summary>It broke off, or some of its items did.</summary>
    Failed,
}

/// <summary>
/// One run of a job: the claim by which a single node does it, and what came of it. A job and an instant have one row, and
/// a job has one row that has not ended.
/// </summary>
public sealed class JobRunRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string JobKey { get; init; }

    /// <summary>The instant of its line, or that at which somebody asked for it.</summary>
    public required DateTime ScheduledAt { get; init; }
    public required JobOrigin Origin { get; init; }

    /// <summary>Goes up with each node that takes it; what an earlier one still says does not count.</summary>
    public int Attempt { get; init; }

    /// <summary>The node that took it last.</summary>
    public string? Node { get; init; }

    /// <summary>Until when the node has it, in milliseconds since 1970 by the database's clock. Over: anybody may take it.</summary>
    public long LeaseUntil { get; init; }
    public DateTime? StartedAt { get; init; }
    public DateTime? EndedAt { get; init; }
    public JobResult? Result { get; init; }
    public int Considered { get; init; }
    public int Done { get; init; }
    public int Failed { get; init; }

    /// <summary>The kind of what broke it off, never its words.</summary>
    public string? Error { get; init; }
}

/// <summary>What is remembered of a job between its runs.</summary>
public sealed class JobState
{
    public required string JobKey { get; init; }
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The last instant of its line that was seen to; what came later is caught up. First that of the first start.</summary>
    public required DateTime LastTickAt { get; init; }
    public DateTime? PausedAt { get; init; }
    public string? PausedBy { get; init; }
    public string? PauseReason { get; init; }

    /// <summary>The council of who paused it.</summary>
    public Guid? PausedFor { get; init; }
}
