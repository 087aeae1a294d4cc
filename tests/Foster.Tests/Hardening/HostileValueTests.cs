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
    private const int Requests = 3_000;

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
        var breaches = new List<string>();
        var sent = 0;
        foreach (var persona in people)
        {
            var mine = pages
                .Where(p => p.IsFor(persona?.Role) && (persona is null || !p.IsPublic))
                .ToList();
            // A visitor sees most, so they try most.
            var share = persona is null ? Requests / 2 : Requests / 2 / (people.Count - 1);
            using var tester = new Tester(host, persona);
            sent += await tester.RunAsync(mine, records, share, breaches);
        }

        Assert.InRange(sent, Requests * 9 / 10, Requests * 2);
        Assert.True(log.Forged.Count == 0, string.Join('\n', log.Forged));
        Rule.Holds([.. breaches.Distinct().Take(50)]);
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

    /// <summary>One person who sends what no person would.</summary>
    private sealed class Tester(FosterHost host, Persona? persona) : IDisposable
    {
        private HtmlVisitor visitor = host.Visitor();
        private string token = "";

        public async Task<int> RunAsync(
            IReadOnlyList<SitePage> pages,
            Records records,
            int share,
            List<string> breaches
        )
        {
            await EnterAsync();
            var tries = await TriesAsync(pages, records);
            for (var i = 0; i < share && tries.Count > 0; i++)
            {
                // Both wheels turn, so that every place meets ever other values.
                var value = Hostile.All[(i + (i / tries.Count * 7)) % Hostile.All.Count];
                var answer = await tries[i % tries.Count](value);
                breaches.AddRange(Against(answer, value));
                await EnterAsync();
            }

            return tries.Count == 0 ? 0 : share;
        }

        public void Dispose() => visitor.Dispose();

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

        private async Task<List<Func<string, Task<HtmlPage>>>> TriesAsync(
            IReadOnlyList<SitePage> pages,
            Records records
        )
        {
            var tries = new List<Func<string, Task<HtmlPage>>>();
            foreach (var page in pages)
            {
                var address =
                    records.AddressesOf(page).Select(a => a.Address).FirstOrDefault()
                    ?? page.Nowhere;
                foreach (var name in page.QueryNames.Concat(CommonNames).Distinct())
                {
                    tries.Add(v =>
                        visitor.GetAsync($"{address}?{name}={Hostile.Escaped(Short(v))}")
                    );
                }

                foreach (var part in page.Parts)
                {
                    tries.Add(v =>
                        visitor.GetAsync(
                            page.Address(
                                p => p == part ? Hostile.Escaped(Short(v)) : p.Nowhere,
                                encoded: false
                            )
                        )
                    );
                }

                if (!page.Posts)
                {
                    continue;
                }

                foreach (var field in await FieldsAsync(address))
                {
                    tries.Add(v =>
                        visitor.PostAsync(address, (Visits.TokenField, token), (field, v))
                    );
                }
            }

            return tries;
        }

        private async Task<IEnumerable<string>> FieldsAsync(string address)
        {
            var page = await visitor.GetAsync(address);
            return page
                .Document.QuerySelectorAll("main form[method=post] [name]")
                .Select(e => e.GetAttribute("name")!)
                .Where(n => n != Visits.TokenField)
                .Append("handler")
                .Distinct();
        }

        private static IEnumerable<string> Against(HtmlPage answer, string value)
        {
            var shown = value.Length > 60 ? value[..60] + "…" : value;
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
