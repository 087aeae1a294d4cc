using System.Diagnostics;
using Foster.TestKit;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>Row 12: the time an answer takes says nothing, with passwords hashed as slowly as in earnest.</summary>
public abstract class TimeTests(FosterHost host)
{
    [Fact]
    public async Task Known_and_unknown_names_take_the_same_time()
    {
        using var visitor = host.Visitor();
        await MeasureAsync(
            i => GuessAsync(visitor, $"carer{(i % 2 == 0 ? "" : "2")}@foster.example"),
            i => GuessAsync(visitor, $"stranger{i}@foster.example")
        );
        await MeasureAsync(
            i => ForgetAsync(visitor, $"carer{(i % 2 == 0 ? "" : "2")}@foster.example"),
            i => ForgetAsync(visitor, $"stranger{i}@foster.example")
        );
    }

    /// <summary>Medians within 30 % or 15 ms; in turns, and again where the machine was busy with other things.</summary>
    private async Task MeasureAsync(Func<int, Task> known, Func<int, Task> unknown)
    {
        await known(0);
        await unknown(0);
        var seen = "";
        for (var round = 0; round < 4; round++)
        {
            List<double> first = [],
                second = [];
            for (var i = 0; i < 6; i++)
            {
                first.Add(await TimeAsync(() => known(i)));
                second.Add(await TimeAsync(() => unknown(100 * round + i)));
            }
            host.Clock.Advance(TimeSpan.FromMinutes(11));
            var (a, b) = (first.Order().ElementAt(3), second.Order().ElementAt(3));
            seen += $" {a:F0}/{b:F0} ms";
            if (Math.Abs(a - b) < 15 || Math.Max(a, b) / Math.Min(a, b) < 1.3)
                return;
        }
        Assert.Fail("Known and unknown names take different times:" + seen);
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Task<HtmlPage> GuessAsync(HtmlVisitor visitor, string name) =>
        visitor.TypeAsync(name, "a wrong password of theirs");

    private static async Task<HtmlPage> ForgetAsync(HtmlVisitor visitor, string name) =>
        await (await visitor.GetAsync("/sign-in/forgot"))
            .Form()
            .Fill("Sign-in name or email address", name)
            .SubmitAsync();

    public sealed class OnSqlite(SqliteDemoHost host)
        : TimeTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : TimeTests(host),
            IClassFixture<PostgresDemoHost>;
}
