namespace Foster.Bench;

/// <summary>What rounds of one kind of request came to.</summary>
internal sealed class Figures(string name)
{
    private readonly List<double> milliseconds = [];

    public string Name { get; } = name;

    public int Failed { get; private set; }

    public double Seconds { get; private set; }

    public double ProcessorMs { get; private set; }

    public double AllocatedBytes { get; private set; }

    public int Count => milliseconds.Count;

    public double PerSecond => Count / Seconds;

    public double ProcessorPerRequest => ProcessorMs / Math.Max(1, Count);

    public double KilobytesPerRequest => AllocatedBytes / 1024 / Math.Max(1, Count);

    public void Add(IEnumerable<double> times, int failed, TimeSpan took, Usage before, Usage after)
    {
        milliseconds.AddRange(times);
        Failed += failed;
        Seconds += took.TotalSeconds;
        ProcessorMs += after.ProcessorMs - before.ProcessorMs;
        AllocatedBytes += after.AllocatedBytes - before.AllocatedBytes;
    }

    public double Percentile(double share)
    {
        milliseconds.Sort();
        return Count == 0 ? 0 : milliseconds[Math.Min(Count - 1, (int)(Count * share))];
    }

    public override string ToString() =>
        $"  {Name, -38} {PerSecond, 8:N0}/s   p50 {Percentile(0.5), 6:N1} ms   p99 {Percentile(0.99), 6:N1} ms   "
        + $"processor {ProcessorPerRequest, 6:N2} ms   memory {KilobytesPerRequest, 6:N0} KB   ({Count:N0} requests{(Failed > 0 ? $", {Failed:N0} FAILED" : "")})";
}
