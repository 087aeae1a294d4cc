using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>Rows 12 and 14: guessing is stopped, tells nothing, ends by itself and harms nobody else.</summary>
public abstract class GuessingTests(FosterHost host)
{
    [Theory]
    [InlineData("victim@foster.example")]
    [InlineData("nobody.at.all@foster.example")]
    public async Task Passwords_are_guessed_eight_times_and_it_ends_within_a_quarter_of_an_hour(
        string name
    )
    {
        if (name.StartsWith("victim", StringComparison.Ordinal))
            await Village.AccountAsync(host, "HAR", name, Role.ApprovedCarer);
        using var guesser = host.Visitor();
        for (var i = 0; i < 8; i++)
            Assert.Contains("do not match", (await GuessAsync(guesser, name)).Text);

        // Now even the right one is not looked at, nor is it by other spellings of the name.
        Assert.Contains("too many tries", (await guesser.TypeAsync(name)).Text);
        Assert.Contains("too many tries", (await guesser.TypeAsync(name.ToUpperInvariant())).Text);

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var page = await guesser.TypeAsync(name);
        Assert.DoesNotContain("too many tries", page.Text);
        Assert.Equal(name.StartsWith("victim", StringComparison.Ordinal), page.Path == "/carer");
    }

    [Fact]
    public async Task Tries_at_the_same_time_are_counted_too()
    {
        await Village.AccountAsync(host, "HAR", "burst@foster.example", Role.ApprovedCarer);
        var visitors = Enumerable.Range(0, 20).Select(_ => host.Visitor()).ToList();

        var pages = await Task.WhenAll(visitors.Select(v => GuessAsync(v, "burst@foster.example")));

        Assert.Equal(12, pages.Count(p => p.Text.Contains("too many tries")));
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task Whoever_is_signed_in_or_comes_from_a_known_device_is_not_kept_out()
    {
        const string Name = "target@foster.example";
        await Village.AccountAsync(host, "HAR", Name, Role.ApprovedCarer);
        using var owner = host.Visitor();
        await owner.TypeAsync(Name);
        var device = owner.Cookies["foster-device"]!;
        using var guesser = host.Visitor();
        for (var i = 0; i < 12; i++)
            await GuessAsync(guesser, Name);
        Assert.Contains("too many tries", (await guesser.TypeAsync(Name)).Text);

        Assert.Equal("/carer", (await owner.GetAsync("/carer")).Path);
        using var again = host.Visitor();
        again.Cookies.Set("foster-device", device);
        Assert.Equal("/carer", (await again.TypeAsync(Name)).Path);
        // Another account from the same place is not touched either.
        using var neighbour = host.Visitor();
        Assert.Equal("/carer", (await neighbour.TypeAsync("carer@foster.example")).Path);
        // And a made-up device cookie helps nobody.
        guesser.Cookies.Set("foster-device", new string('a', 64));
        Assert.Contains("too many tries", (await guesser.TypeAsync(Name)).Text);
    }

    [Fact]
    public async Task A_known_device_is_no_way_to_guess_on_and_on()
    {
        const string Name = "device@foster.example";
        await Village.AccountAsync(host, "HAR", Name, Role.ApprovedCarer);
        using var stolen = host.Visitor();
        await stolen.TypeAsync(Name);
        var device = stolen.Cookies["foster-device"]!;
        using var guesser = host.Visitor();
        guesser.Cookies.Set("foster-device", device);
        for (var i = 0; i < 8; i++)
            await GuessAsync(guesser, Name);

        Assert.Contains("too many tries", (await guesser.TypeAsync(Name)).Text);
    }

    [Fact]
    public async Task Codes_are_guessed_eight_times()
    {
        const string Name = "panel.chair@foster.example";
        using var guesser = host.Visitor();
        var page = await guesser.TypeAsync(Name);
        for (var i = 0; i < 8; i++)
            page = await page.CodeAsync("00000" + i);

        page = await page.CodeAsync(await SecondFactors.CodeAsync(host, Name));

        Assert.Contains("too many tries", page.Text);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("/panel", (await guesser.WalkInAsync(host, Name)).Path);
    }

    [Fact]
    public async Task Right_passwords_use_nothing_up()
    {
        using var visitor = host.Visitor();
        for (var i = 0; i < 12; i++)
        {
            visitor.Cookies.Clear();
            Assert.Equal("/carer", (await visitor.TypeAsync("carer2@foster.example")).Path);
        }
        Assert.Equal(
            0,
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>().Set<TryCount>().CountAsync(t => t.Count < 0)
            )
        );
    }

    [Fact]
    public async Task Known_and_unknown_names_get_the_same_words_and_status_wherever_they_are_asked_for()
    {
        await Village.AccountAsync(host, "HAR", "off@foster.example", Role.ApprovedCarer);
        await Steps.ChangeAccountAsync(host, "off@foster.example", a => a.IsDisabled = true);
        using var visitor = host.Visitor();
        var unknown = await GuessAsync(visitor, "unknown@foster.example");
        foreach (
            var name in new[]
            {
                "carer@foster.example",
                "manager@foster.example",
                "off@foster.example",
            }
        )
        {
            var known = await GuessAsync(visitor, name);
            Assert.Equal(unknown.Status, known.Status);
            Assert.Equal(unknown.ErrorSummary, known.ErrorSummary);
        }
        Assert.Equal(
            unknown.ErrorSummary,
            (await visitor.TypeAsync("off@foster.example")).ErrorSummary
        );
        var asked = await ForgetAsync(visitor, "unknown@foster.example");
        var answered = await ForgetAsync(visitor, "carer@foster.example");
        Assert.Equal("Look in your email", asked.Heading);
        Assert.Equal(
            (asked.Path, asked.Text, asked.Status),
            (answered.Path, answered.Text, answered.Status)
        );
    }

    private static Task<HtmlPage> GuessAsync(HtmlVisitor visitor, string name) =>
        visitor.TypeAsync(name, "a wrong password of theirs");

    private static async Task<HtmlPage> ForgetAsync(HtmlVisitor visitor, string name) =>
        await (await visitor.GetAsync("/sign-in/forgot"))
            .Form()
            .Fill("Sign-in name or email address", name)
            .SubmitAsync();

    public sealed class OnSqlite(QuietSqliteHost host)
        : GuessingTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : GuessingTests(host),
            IClassFixture<QuietPostgresHost>;
}
