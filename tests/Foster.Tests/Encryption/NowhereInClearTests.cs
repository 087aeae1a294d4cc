using System.Collections.Concurrent;
using System.Text;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Foster.Tests.Encryption;

/// <summary>
/// Row 23: after every road of the demonstration, and journeys sent through pages with words that nobody else uses, no
/// value of an encrypted column stands readable in the database, its write-ahead log, the program's log, mail or the
/// folder for temporary files.
/// </summary>
public abstract class NowhereInClearTests(FosterHost host, LogCatcher logs)
{
    private const int Shortest = 12;
    private const int Longest = 48;

    /// <summary>What bytes begin with where PostgreSQL writes them as text.</summary>
    private const string Bytes = "\\x";
    private readonly string unusual = $"quokka{Guid.NewGuid():N}";
    private readonly string planted = $"wallaby{Guid.NewGuid():N}"[..20];

    [Fact]
    public async Task What_is_encrypted_stands_in_clear_nowhere()
    {
        var started = DateTime.UtcNow.AddSeconds(-1);
        var ends = await PublicJourneys.WalkAllAsync(
            host,
            new PlausibleAnswers(yes: true, text: field => $"{unusual} {field}")
        );
        Assert.NotEmpty(ends);
        await PlantAsync();
        var (values, silent) = await ValuesAsync();
        Assert.Empty(silent);
        Assert.Contains(values, v => v.Words.StartsWith(unusual, StringComparison.Ordinal));
        Assert.True(values.Count > 45, $"Only {values.Count} values were looked for.");
        await WaitForMailAsync();

        Assert.Empty(In("the log", values, logs.Lines));
        Assert.Empty(In("mail", values, host.Mail.Messages.Select(m => m.Raw)));
        Assert.Empty(In("temporary files", [new("any", unusual)], TempFiles(started)));
        var stored =
            host.Provider == TestProvider.Sqlite
                ? await DatabaseFiles.ReadAsync(host.ConnectionString)
                : await DumpAsync();
        // What is not encrypted is found there, also what was written last.
        var references = await ReferencesAsync();
        Assert.True(references.Count > ends.Count);
        Assert.All(references, r => Assert.NotEmpty(In("the database", [r], stored)));
        Assert.Empty(In("the database", values, stored));
    }

    /// <summary>Repeat what people sent, such as names, which stand on their records as personal data for the lists.</summary>
    private static readonly string[] Repeats =
    [
        "Case.Connections",
        "Submission.Words",
        "SetAsideForm.Content",
        "EnquiryImport.Content",
        "ImportRow.Cells",
    ];

    [Fact]
    public void Words_that_do_stand_somewhere_are_found()
    {
        Assert.Equal(
            ["A.B stands in a place: some words"],
            In("a place", [new("A.B", "some words"), new("C.D", "others")], ["x some words y"])
        );
        Assert.Single(In("a place", [new("A.B", "some words")], [Bytes + Hex("some words")]));
        Assert.NotEmpty(logs.Lines);
    }

    private static List<string> In(
        string place,
        IReadOnlyList<Value> values,
        IEnumerable<string> texts
    )
    {
        var found = new List<string>();
        foreach (var text in texts)
            found.AddRange(
                values
                    .Where(v =>
                        text.Contains(v.Words, StringComparison.Ordinal)
                        || (
                            text.Contains(Bytes, StringComparison.Ordinal)
                            && text.Contains(v.InHex, StringComparison.Ordinal)
                        )
                    )
                    .Select(v => $"{v.Column} stands in {place}: {v.Words}")
            );
        return [.. found.Distinct().Order()];
    }

    /// <summary>Gives words to every column of text in which nobody has written yet.</summary>
    private Task<int> PlantAsync() =>
        Cells.InCouncilAsync(
            host,
            async db =>
            {
                foreach (var (type, column) in Cells.Columns(db.Model))
                {
                    var property = Cells.Property(column);
                    if (
                        property.PropertyType != typeof(string)
                        || typeof(IAppendOnly).IsAssignableFrom(type.ClrType)
                    )
                        continue;
                    var rows = await Cells.Rows(db, type.ClrType).Take(20).ToListAsync();
                    if (rows.Count > 0 && rows.All(r => property.GetValue(r) is null or ""))
                        property.SetValue(rows[0], planted);
                }
                return await db.SaveChangesAsync();
            }
        );

    /// <summary>What is looked for, and the columns of text with rows that say nothing, but for those only ever added to.</summary>
    private Task<(List<Value> Values, List<string> Silent)> ValuesAsync() =>
        Cells.InCouncilAsync(
            host,
            async db =>
            {
                var (values, silent) = (new List<Value>(), new List<string>());
                foreach (var (type, column) in Cells.Columns(db.Model))
                {
                    var property = Cells.Property(column);
                    var isText =
                        property.PropertyType == typeof(string)
                        || property.PropertyType == typeof(IReadOnlyList<RefereeParagraph>);
                    var name = $"{type.ClrType.Name}.{property.Name}";
                    if (!isText || Repeats.Contains(name))
                        continue;
                    var rows = await Cells.Rows(db, type.ClrType).AsNoTracking().ToListAsync();
                    var said = rows.SelectMany(r => Words(property.GetValue(r)))
                        .Where(w => w.Length >= Shortest)
                        .Distinct()
                        .ToList();
                    if (
                        rows.Count > 0
                        && said.Count == 0
                        && !typeof(IAppendOnly).IsAssignableFrom(type.ClrType)
                    )
                        silent.Add(name);
                    values.AddRange(said.Select(w => new Value(name, w)));
                }
                return (values, silent);
            }
        );

    /// <summary>One line of each value, so that nothing depends on how a line break is written.</summary>
    private static IEnumerable<string> Words(object? value) =>
        value switch
        {
            string text => text.ReplaceLineEndings("\n")
                .Split('\n', '"', '\\')
                .OrderByDescending(l => l.Length)
                .Take(1)
                .Select(l => l.Trim())
                .Select(l => l[..Math.Min(Longest, l.Length)]),
            IReadOnlyList<RefereeParagraph> paragraphs => paragraphs.SelectMany(p => Words(p.Text)),
            _ => [],
        };

    /// <summary>Of every case: they stand in clear, so that people can be found by them.</summary>
    private Task<List<Value>> ReferencesAsync() =>
        Cells.InCouncilAsync(
            host,
            async db =>
                (await db.Set<Case>().Select(c => c.Reference).ToListAsync()).ConvertAll(
                    r => new Value("Case.Reference", r)
                )
        );

    private async Task<IReadOnlyList<string>> DumpAsync()
    {
        var tables = await Cells.ReadAsync(
            host,
            "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'"
        );
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(
                (await Cells.ReadAsync(host, $"SELECT t::text FROM {table} t")).Select(r =>
                    (string)r
                )
            );
        Assert.True(rows.Count > 1_000);
        return rows;
    }

    /// <summary>Files that somebody wrote since; other programs' cannot hold the words of this one.</summary>
    private static IEnumerable<string> TempFiles(DateTime since)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath()))
        {
            string text;
            try
            {
                var info = new FileInfo(file);
                // A pipe has no length, and whoever opens it waits for its other end.
                if (info.LastWriteTimeUtc < since || info.Length is 0 or > 50_000_000)
                    continue;
                text = DatabaseFiles.Content(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            yield return text;
        }
    }

    private Task WaitForMailAsync() =>
        Until.HoldsAsync(() =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(host.Mail.Messages.Count > 0);
        });

    private static string Hex(string words) =>
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(words));

    private sealed record Value(string Column, string Words)
    {
        public string InHex { get; } = Hex(Words);
    }

    public sealed class OnSqlite(LoggedSqliteHost on)
        : NowhereInClearTests(on, on.Logs),
            IClassFixture<LoggedSqliteHost>;

    public sealed class OnPostgres(LoggedPostgresHost on)
        : NowhereInClearTests(on, on.Logs),
            IClassFixture<LoggedPostgresHost>;
}

public sealed class LoggedSqliteHost : SqliteDemoHost
{
    public LogCatcher Logs { get; } = new();

    protected override void Replace(IServiceCollection services) => Logs.AddTo(services);
}

public sealed class LoggedPostgresHost : PostgresDemoHost
{
    public LogCatcher Logs { get; } = new();

    protected override void Replace(IServiceCollection services) => Logs.AddTo(services);
}

/// <summary>Keeps everything that the program logs, in more detail than production does.</summary>
public sealed class LogCatcher : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public void AddTo(IServiceCollection services) =>
        services.AddLogging(b => b.AddProvider(this).AddFilter<LogCatcher>(null, LogLevel.Debug));

    public ILogger CreateLogger(string categoryName) => new Catching(lines);

    public void Dispose() { }

    private sealed class Catching(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception) + exception);
    }
}
