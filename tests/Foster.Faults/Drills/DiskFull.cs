using System.Net;
using Foster.TestKit;
using Npgsql;

namespace Foster.Faults;

/// <summary>The disk under the database is full while people send, and has room again.</summary>
internal sealed class DiskFull(TestProvider provider)
    : Drill($"disk-full-{provider}".ToLowerInvariant(), "33")
{
    private const int Before = 16;
    private const int Tries = 120;

    public override async Task RunAsync()
    {
        using var disk = new SmallDisk(provider == TestProvider.Sqlite ? 96 : 128);
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        var connection = await MoveAsync(database, disk);
        using var node = new Node(provider, connection);
        await node.StartAsync();
        var crowd = new Crowd(node.Address);
        await crowd.RunAsync(Before);

        var people = await ReadyAsync(node);
        disk.Fill();
        var refused = await SendAsync(people, crowd);
        Must(
            refused.Count > 0,
            $"{refused.Count} of {people.Count} were told that it was not saved"
        );
        Must(
            people.All(p => p.Who.Leak is null),
            $"nothing of the inside shows {people.Select(p => p.Who.Leak).FirstOrDefault(l => l is not null)}"
        );
        using (var reader = new HtmlVisitor(node.Address))
        {
            foreach (var address in new[] { "/", "/enquire", "/contact" })
                Must(
                    (await reader.GetAsync(address)).Status == HttpStatusCode.OK,
                    $"{address} is read while the disk is full"
                );
        }

        var noticed = await node.AnsweringAsync(ready: false);
        Must(
            noticed < TimeSpan.FromSeconds(10),
            $"health says so within {noticed.TotalSeconds:F1} s"
        );
        disk.MakeRoom();
        var back = await node.AnsweringAsync();
        Must(
            back < TimeSpan.FromSeconds(15),
            $"writes again after {back.TotalSeconds:F1} s by itself"
        );
        foreach (var (who, last, visitor, name) in refused)
        {
            crowd.Note(name, await who.SendAsync(last));
            visitor.Dispose();
        }

        Must(true, $"{refused.Count} sent by pressing the same button again");
        var books = new Books(provider, connection);
        await books.AuditAsync(this, crowd, node);
        if (provider == TestProvider.Sqlite)
        {
            var whole = await books.AskAsync("PRAGMA integrity_check");
            Must(whole == "ok", $"integrity: {whole}");
        }
    }

    /// <summary>Everybody with the last page open before them.</summary>
    private static async Task<List<Person>> ReadyAsync(Node node)
    {
        var people = new List<Person>();
        for (var i = 0; i < Tries; i++)
        {
            var name = Crowd.Name(100_000 + i);
            var who = new Enquirer(node.Address, name);
            var visitor = who.Visitor();
            people.Add(new(who, await who.ToLastPageAsync(visitor), visitor, name));
        }

        return people;
    }

    private static async Task<List<Person>> SendAsync(List<Person> people, Crowd crowd)
    {
        var refused = new List<Person>();
        foreach (var person in people)
        {
            if (await person.Who.SendOnceAsync(person.Last) is not { } reference)
            {
                refused.Add(person);
                continue;
            }

            crowd.Note(person.Name, reference);
            person.Visitor.Dispose();
        }

        return refused;
    }

    /// <summary>The file moves to the small disk; a database on the server moves into a place there.</summary>
    private async Task<string> MoveAsync(TestDatabase database, SmallDisk disk)
    {
        if (provider == TestProvider.Sqlite)
        {
            var old = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(
                database.ConnectionString
            );
            var file = Path.Combine(disk.Folder, "foster.db");
            File.Copy(old.DataSource, file);
            old.DataSource = file;
            return old.ConnectionString;
        }

        await PostgresServer.MoveAsync(
            new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!,
            disk.ForServer()
        );
        return database.ConnectionString;
    }

    private sealed record Person(Enquirer Who, HtmlPage Last, HtmlVisitor Visitor, string Name);
}
