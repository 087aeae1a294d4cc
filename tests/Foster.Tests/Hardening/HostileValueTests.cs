using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Foster.TestKit;
using Foster.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>
/// Row 9: thousands of hostile values over query strings, parts of addresses and fields. None ends in an error of ours,
/// none shows the inside, none comes out so that it would run (row 6), and none forges a line of the log.
/// </summary>
public abstract class HostileValueTests(FosterHost host, LogLines log)
{
    private const int Values = 6_000;

    /// <summary>So many people try at the same time.</summary>
    private const int AtOnce = 4;

    /// <summary>Longer addresses are refused by the server itself before the program sees them.</summary>
    private const int LongestInAddress = 500;

    /// <summary>What lists and forms commonly read, beside what a page declares.</summary>
    private static readonly string[] CommonNames =
    [
        "after",
        "ReturnUrl",
        "change",
        "search",
        "page",
        "sort",
        "handler",
    ];

    [Fact]
    public async Task Hostile_values_do_no_harm()
    {
        var pages = await SitePage.AllAsync(host);
        var records = await Records.ReadAsync(host);
        var people = (await Persona.OneOfEachRoleAsync(host)).Append<Persona?>(null).ToList();
        var testers = new ConcurrentBag<Tester>();
        await Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (persona, _) =>
            {
                var mine = pages
                    .Where(p => p.IsFor(persona?.Role) && (persona is null || !p.IsPublic))
                    .ToList();
                // A visitor sees most, so they try most.
                var share = persona is null ? Values / 3 : Values * 2 / 3 / (people.Count - 1);
                using var tester = new Tester(host, persona);
                testers.Add(tester);
                await tester.RunAsync(mine, records, share);
            }
        );

        Assert.InRange(testers.Sum(t => t.Sent), Values * 9 / 10, Values * 3);
        Assert.True(log.Forged.Count == 0, string.Join('\n', log.Forged));
        Rule.Holds([.. testers.SelectMany(t => t.Breaches).Distinct().Take(50)]);
    }

    [Fact]
    public void What_would_run_is_seen()
    {
        using var visitor = host.Visitor();

        Assert.All(
            Hostile.Markup.Take(3).Append("<a href=\"javascript:foster(9)\">x</a>"),
            text => Assert.NotEmpty(Hostile.RunsIn(Shown($"<p>{text}</p>")))
        );
        Assert.NotEmpty(
            Hostile.RunsIn(Shown("<input value=\"\" onfocus=foster(4) autofocus=\"\">"))
        );
        Assert.Empty(
            Hostile.RunsIn(Shown($"<p>{WebUtility.HtmlEncode(string.Concat(Hostile.Markup))}</p>"))
        );

        HtmlPage Shown(string html) =>
            new(
                visitor,
                new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html),
                Encoding.UTF8.GetBytes(html)
            )
            {
                Address = host.Address,
                Status = HttpStatusCode.OK,
                Headers = new Dictionary<string, string>(),
                Way = [],
            };
    }

    /// <summary>
    /// One person who sends what no person would: first something hostile in every place of every page, all places of a
    /// page at once; then by turns a place alone, where the others are as they should be, and all of a page again.
    /// </summary>
    private sealed class Tester(FosterHost host, Persona? persona) : IDisposable
    {
        private readonly List<string> now = [];
        private HtmlVisitor visitor = host.Visitor();
        private string token = "";
        private int turn;

        public List<string> Breaches { get; } = [];

        /// <summary>So many hostile values went out.</summary>
        public int Sent { get; private set; }

        public async Task RunAsync(IReadOnlyList<SitePage> pages, Records records, int share)
        {
            await EnterAsync();
            var (together, alone) = await TriesAsync(pages, records);
            foreach (var one in together)
            {
                await TryAsync(one);
            }

            for (var i = 0; Sent < share && alone.Count > 0; i++)
            {
                // The wheels turn at different speeds, so that every place meets ever other values.
                turn += i > 0 && i % alone.Count == 0 ? 7 : 0;
                await TryAsync(alone[i % alone.Count]);
                await TryAsync(together[i % together.Count]);
            }
        }

        public void Dispose() => visitor.Dispose();

        private async Task TryAsync(Func<Task<HtmlPage>> one)
        {
            now.Clear();
            var answer = await one();
            Sent += now.Count;
            Breaches.AddRange(Against(answer, string.Join(" | ", now)));
            await EnterAsync();
        }

        private string Next()
        {
            var value = Hostile.All[turn++ % Hostile.All.Count];
            now.Add(value);
            return value;
        }

        private string NextInAddress() => Hostile.Escaped(Short(Next()));

        /// <summary>Signs in, also again where a hostile post happened to sign out.</summary>
        private async Task EnterAsync()
        {
            if (persona is null ? token.Length > 0 : visitor.Cookies.Names.Contains("foster"))
            {
                return;
            }

            visitor.Dispose();
            visitor = persona is null ? host.Visitor() : await persona.VisitorAsync(host);
            visitor.FollowsRedirects = false;
            token = await visitor.TokenAsync();
        }

        private async Task<(
            List<Func<Task<HtmlPage>>> Together,
            List<Func<Task<HtmlPage>>> Alone
        )> TriesAsync(IReadOnlyList<SitePage> pages, Records records)
        {
            var together = new List<Func<Task<HtmlPage>>>();
            var alone = new List<Func<Task<HtmlPage>>>();
            foreach (var page in pages)
            {
                var address =
                    records.AddressesOf(page).Select(a => a.Address).FirstOrDefault()
                    ?? page.Nowhere;
                var names = page.QueryNames.Concat(CommonNames).Distinct().ToList();
                together.Add(() => QueryAsync(address, names));
                alone.AddRange(names.Select(n => Try(() => QueryAsync(address, [n]))));
                if (page.Parts.Count > 0)
                {
                    together.Add(() => PartsAsync(page, page.Parts));
                    alone.AddRange(page.Parts.Select(p => Try(() => PartsAsync(page, [p]))));
                }

                if (page.Posts)
                {
                    var fields = await FieldsAsync(address);
                    together.Add(() => PostAsync(address, fields));
                    alone.AddRange(fields.Select(f => Try(() => PostAsync(address, [f]))));
                }
            }

            return (together, alone);
        }

        private static Func<Task<HtmlPage>> Try(Func<Task<HtmlPage>> one) => one;

        private Task<HtmlPage> QueryAsync(string address, IEnumerable<string> names) =>
            visitor.GetAsync(
                $"{address}?{string.Join('&', names.Select(n => $"{n}={NextInAddress()}"))}"
            );

        private Task<HtmlPage> PartsAsync(SitePage page, IReadOnlyList<AddressPart> parts) =>
            visitor.GetAsync(
                page.Address(p => parts.Contains(p) ? NextInAddress() : p.Nowhere, encoded: false)
            );

        private Task<HtmlPage> PostAsync(string address, IEnumerable<string> fields) =>
            visitor.PostAsync(
                address,
                [.. fields.Select(f => (f, Next())), (Visits.TokenField, token)]
            );

        private async Task<List<string>> FieldsAsync(string address)
        {
            var page = await visitor.GetAsync(address);
            return
            [
                .. page
                    .Document.QuerySelectorAll("main form[method=post] [name]")
                    .Select(e => e.GetAttribute("name")!)
                    .Where(n => n != Visits.TokenField)
                    .Append("handler")
                    .Distinct(),
            ];
        }

        private static IEnumerable<string> Against(HtmlPage answer, string value)
        {
            var shown = value.Length > 200 ? value[..200] + "…" : value;
            if ((int)answer.Status >= 500)
            {
                yield return $"{answer.Address.AbsolutePath} answers {(int)answer.Status} to {shown}";
            }

            foreach (var leak in Visits.Leaks(answer.Body, value))
            {
                yield return $"{answer.Address.AbsolutePath} shows “{leak}” after {shown}";
            }

            foreach (var run in Hostile.RunsIn(answer))
            {
                yield return run;
            }

            if (answer.Headers.ContainsKey("forged") || Away(answer))
            {
                yield return $"{answer.Address.AbsolutePath} is led by {shown}";
            }
        }

        private static bool Away(HtmlPage answer) =>
            answer.Headers.TryGetValue("Location", out var location)
            && !location.StartsWith('/')
            && !location.StartsWith(
                answer.Address.GetLeftPart(UriPartial.Authority),
                StringComparison.Ordinal
            );

        private static string Short(string value) =>
            value.Length > LongestInAddress ? value[..LongestInAddress] : value;
    }

    public sealed class OnSqlite(LoggingSqliteHost host)
        : HostileValueTests(host, host.Log),
            IClassFixture<LoggingSqliteHost>;

    public sealed class OnPostgres(LoggingPostgresHost host)
        : HostileValueTests(host, host.Log),
            IClassFixture<LoggingPostgresHost>;
}

/// <summary>Keeps what would make a log say something that did not happen.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> forged = [];

    public IReadOnlyList<string> Forged
    {
        get
        {
            lock (forged)
            {
                return [.. forged];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var message = formatter(state, exception);
        if (message.Contains('\n' + Hostile.ForgedLine, StringComparison.Ordinal))
        {
            lock (forged)
            {
                forged.Add(message);
            }
        }
    }

    public void Dispose() { }
}

public sealed class LoggingSqliteHost : SqliteDemoHost
{
    public LogLines Log { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings => Quiet.Settings;

    protected override void Replace(IServiceCollection services)
    {
        Quiet.Replace(services);
        services.AddSingleton<ILoggerProvider>(Log);
    }
}

public sealed class LoggingPostgresHost : PostgresDemoHost
{
    public LogLines Log { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings => Quiet.Settings;

    protected override void Replace(IServiceCollection services)
    {
        Quiet.Replace(services);
        services.AddSingleton<ILoggerProvider>(Log);
    }
}
