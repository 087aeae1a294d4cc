namespace Foster.Web.Foundation.Jobs;

/// <summary>When a job runs, and why then. What it does stands in the <see cref="IJob"/> of the same key.</summary>
/// <param name="Key">Stable, such as records.retention; never used again for something else.</param>
/// <param name="When">Five fields: minute, hour, day of the month, month, day of the week (0 is Sunday).</param>
/// <param name="Zone">Always London's; each line names it, so that nobody reads the hours in another.</param>
/// <param name="Name">What administrators read.</param>
/// <param name="Why">What it is for, and why at this time.</param>
public sealed record JobLine(string Key, string When, TimeZoneInfo Zone, string Name, string Why)
{
    private readonly Lazy<Cron> cron = new(() => Cron.Parse(When));

    public Cron Cron => cron.Value;

    /// <summary>True for what keeps watch over the program itself and therefore cannot be paused.</summary>
    public bool Always { get; init; }
}

/// <summary>The lines that this program follows.</summary>
public sealed record JobLines(IReadOnlyList<JobLine> All)
{
    public JobLine? Find(string key) => All.FirstOrDefault(l => l.Key == key);
}
