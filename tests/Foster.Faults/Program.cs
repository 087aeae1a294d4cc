using Foster.Faults;
using Foster.TestKit;

if (args is ["serve", var clock, .. var settings])
    return await MovedTime.ServeAsync(clock, settings);
Drill[] all =
[
    new KilledWhilePosting(TestProvider.Sqlite),
    new KilledWhilePosting(TestProvider.Postgres),
    new DatabaseAway(),
    new DiskFull(TestProvider.Sqlite),
    new DiskFull(TestProvider.Postgres),
    new TwoNodes(),
    new SlowSenders(),
    new KilledReminding(TestProvider.Sqlite),
    new KilledReminding(TestProvider.Postgres),
    new DatabaseRestartsReminding(),
    new TwoNodesReminding(),
    new MailServerMoods(TestProvider.Sqlite),
    new MailServerMoods(TestProvider.Postgres),
    new VirusScanner(),
    new ClockMoved(),
    new DiskSyncs(TestProvider.Sqlite),
    new DiskSyncs(TestProvider.Postgres),
    new BackupAndRestore(TestProvider.Sqlite),
    new BackupAndRestore(TestProvider.Postgres),
];
var chosen = args.Length == 0 ? all : [.. all.Where(d => args.Any(d.Name.Contains))];
if (chosen.Length == 0)
{
    Console.Error.WriteLine(
        $"Usage: tests/faults [part of a name …]; there are: {string.Join(", ", all.Select(d => d.Name))}"
    );
    return 2;
}

var failed = 0;
foreach (var drill in chosen)
{
    Console.WriteLine($"{drill.Name} (quality row {drill.Row})");
    try
    {
        await drill.RunAsync();
    }
    catch (Exception e) when (e is not OutOfMemoryException)
    {
        drill.Must(false, $"it ends, but it did not: {e}");
    }

    if (drill.Broken > 0)
        failed++;
    Console.WriteLine();
}

Console.WriteLine($"{chosen.Length - failed} passed, {failed} failed, 0 skipped");
return failed == 0 ? 0 : 1;
