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
        using var watch = new SyncWatch(
            provider == TestProvider.Sqlite ? [$"{node.ProcessId}"] : await ServerAsync(books)
        );
        await watch.ReadyAsync();

        var syncs = 0L;
        for (var i = 0; i < People; i++)
        {
            var who = new Enquirer(node.Address, Crowd.Name(i));
            using var visitor = who.Visitor();
            var last = await who.ToLastPageAsync(visitor);
            var before = watch.Count;
            await who.SendAsync(last);
            // What is seen from outside arrives a moment later.
            await Task.Delay(100);
            var during = watch.Count - before;
            syncs += during;
            if (during == 0)
                Must(false, $"the disk was waited for before person {i + 1} was told");
        }

        Must(
            syncs >= People,
            $"{People} acknowledged one after the other, {syncs} waits for the disk"
        );
    }

    /// <summary>The processes of the server: those that serve us now, and the one from which others come.</summary>
    private static async Task<string[]> ServerAsync(Books books) =>
        (
            await books.AskAsync(
                """
                SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1) || ' ' || string_agg(pid::text, ' ')
                FROM pg_stat_activity WHERE backend_type IN ('client backend', 'walwriter')
                """
            )
        ).Split(' ');

    /// <summary>Counts the calls by which a process waits for the disk.</summary>
    private sealed class SyncWatch : IDisposable
    {
        private readonly Process strace;
        private int count;
        private bool attached;

        public SyncWatch(IEnumerable<string> processes)
        {
            var start = new ProcessStartInfo("strace") { RedirectStandardError = true };
            foreach (var word in new[] { "-f", "-e", "trace=fsync,fdatasync" })
                start.ArgumentList.Add(word);
            foreach (var process in processes)
            {
                start.ArgumentList.Add("-p");
                start.ArgumentList.Add(process);
            }

            strace = Process.Start(start)!;
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
