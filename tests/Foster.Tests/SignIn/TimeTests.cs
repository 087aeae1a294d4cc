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

    /// <summary>In turns; passwords of one name can be guessed again after a while.</summary>
    private async Task MeasureAsync(Func<int, Task> known, Func<int, Task> unknown)
    {
        await known(0);
        await unknown(0);
        var strangers = 0;
        await SameTime.HoldsAsync(
            i => SameTime.TakenAsync(() => known(i)),
            _ => SameTime.TakenAsync(() => unknown(++strangers)),
            () => host.Clock.Advance(TimeSpan.FromMinutes(11))
        );
    }

    [Fact]
    public async Task A_name_that_takes_longer_is_noticed() =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() =>
            SameTime.HoldsAsync(
                i => Task.FromResult(80.0 + i),
                i => Task.FromResult(50.0 + i),
                () => { }
            )
        );

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
