using System.Diagnostics;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>
/// Nothing is acknowledged that would be lost with the power: people who send one after the other are counted, and how
/// often the disk was waited for.
/// </summary>
internal sealed class DiskSyncs(TestProvider provider)
    : Drill($"disk-syncs-{provider}".ToLowerInvariant(), "29")
{
    private const int People = 20;

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        if (provider == TestProvider.Postgres)
            await PostgresServer.KeepItsWordAsync();
        using var node = new Node(provider, database.ConnectionString);
        await node.StartAsync();
        var books = new Books(provider, database.ConnectionString);
        using var watch = provider == TestProvider.Sqlite ? new SyncWatch(node.ProcessId) : null;
        if (watch is not null)
            await watch.ReadyAsync();

        var syncs = 0L;
        for (var i = 0; i < People; i++)
        {
            var who = new Enquirer(node.Address, Crowd.Name(i));
            using var visitor = who.Visitor();
            var last = await who.ToLastPageAsync(visitor);
            var before = watch?.Count ?? await ServerAsync(books);
            await who.SendAsync(last);
            // The server writes down what it counted a moment later.
            await Task.Delay(watch is null ? 1100 : 100);
            var during = (watch?.Count ?? await ServerAsync(books)) - before;
            syncs += during;
            if (during == 0)
                Must(false, $"the disk was waited for before person {i + 1} was told");
        }

        Must(
            syncs >= People,
            $"{People} acknowledged one after the other, {syncs} waits for the disk"
        );
    }

    private static async Task<long> ServerAsync(Books books)
    {
        var version = int.Parse(await books.AskAsync("SHOW server_version_num"));
        return long.Parse(
            await books.AskAsync(
                version >= 180000
                    ? "SELECT sum(fsyncs)::bigint FROM pg_stat_io WHERE object = 'wal'"
                    : "SELECT wal_sync FROM pg_stat_wal"
            )
        );
    }

    /// <summary>Counts the calls by which a process waits for the disk.</summary>
    private sealed class SyncWatch : IDisposable
    {
        private readonly Process strace;
        private int count;
        private bool attached;

        public SyncWatch(int process)
        {
            strace = Process.Start(
                new ProcessStartInfo("strace")
                {
                    ArgumentList = { "-f", "-e", "trace=fsync,fdatasync", "-p", $"{process}" },
                    RedirectStandardError = true,
                }
            )!;
            strace.ErrorDataReceived += (_, line) =>
            {
                attached |= line.Data?.Contains("attached", StringComparison.Ordinal) == true;
                if (line.Data?.Contains("sync(", StringComparison.Ordinal) == true)
                    Interlocked.Increment(ref count);
            };
            strace.BeginErrorReadLine();
        }

        public long Count => count;

        public async Task ReadyAsync()
        {
            for (var tries = 0; !attached && tries < 100; tries++)
                await Task.Delay(50);
            if (!attached)
                throw new InvalidOperationException("strace did not come to the process.");
        }

        public void Dispose()
        {
            if (!strace.HasExited)
                strace.Kill();
            strace.Dispose();
        }
    }
}
