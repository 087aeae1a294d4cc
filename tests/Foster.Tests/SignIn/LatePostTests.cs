using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>Row 2: what was sent too late is lost to nobody, and seen by nobody else.</summary>
public abstract class LatePostTests(FosterHost host)
{
    private const string Typed = "somebody.new@example.org";

    [Fact]
    public async Task What_was_sent_too_late_comes_back_as_a_filled_form_and_counts_when_it_is_sent_again()
    {
        await Village.AccountAsync(
            host,
            "HAR",
            "late@foster.example",
            Web.Foundation.Actors.Role.ApprovedCarer
        );
        using var visitor = host.Visitor();
        await visitor.TypeAsync("late@foster.example");
        var page = await LateAsync(visitor);
        Assert.Contains("What you typed is safe", page.Text);
        Assert.DoesNotContain(Typed, page.Body);
        Assert.DoesNotContain(Typed, await StoredAsync());

        page = await visitor.TypeAsync("late@foster.example", page: page);

        Assert.Equal("/account/email", page.Address.AbsolutePath);
        Assert.Equal(Typed, page.Form().Value("New email address"));
        Assert.Contains("had to sign in again", page.Text);
        page = await page.Form().SubmitAsync();
        Assert.Contains("A link is on its way", page.Notification);
        Assert.Equal("", await StoredAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_of_the_record_comes_back_with_what_its_reader_had_seen(bool changed)
    {
        const string Names = "Any names you have had before (optional)";
        using var visitor = host.Visitor();
        await visitor.TypeAsync("applicant@foster.example");
        var words = $"Late-{changed}";
        var form = (await visitor.GetAsync("/apply/you")).Form().Fill(Names, words);
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        var page = await form.SubmitAsync();
        if (changed)
        {
            using var other = host.Visitor();
            await other.SignInAsync("applicant@foster.example");
            await (await other.GetAsync("/apply/you")).Form().Fill(Names, "Between").SubmitAsync();
        }

        page = await visitor.TypeAsync("applicant@foster.example", page: page);
        Assert.Equal(words, page.Form().Value(Names));
        page = await page.Form().SubmitAsync();

        Assert.Equal(changed, page.Text.Contains("“Between”"));
        Assert.Equal(changed ? "/apply/you" : "/apply", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task It_is_given_to_nobody_else()
    {
        using var visitor = host.Visitor();
        await visitor.TypeAsync("carer@foster.example");
        var page = await LateAsync(visitor);

        page = await visitor.TypeAsync("carer2@foster.example", page: page);

        Assert.Equal("/account/email", page.Address.AbsolutePath);
        Assert.Equal("", page.Form().Value("New email address"));
    }

    [Fact]
    public async Task What_another_site_sends_is_not_kept()
    {
        using var visitor = host.Visitor();
        await visitor.TypeAsync("carer@foster.example");
        host.Clock.Advance(TimeSpan.FromMinutes(31));

        var page = await visitor.PostAsync("/account/email", ("email", Typed));

        Assert.DoesNotContain(LatePosts.Query, page.Address.Query);
    }

    [Fact]
    public async Task A_page_under_a_second_lock_asks_again_and_keeps_what_was_sent()
    {
        const string Name = "manager@foster.example";
        using var visitor = host.Visitor();
        await visitor.WalkInAsync(host, Name);
        var page = (await visitor.GetAsync("/account/email"))
            .Form()
            .Fill("New email address", Typed);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await page.SubmitAsync();
        Assert.Equal("/account/confirm", asked.Address.AbsolutePath);
        Assert.Equal(
            "/account/confirm",
            (await visitor.GetAsync("/account/recovery-codes")).Address.AbsolutePath
        );

        var code = await SecondFactors.CodeAsync(host, Name);
        asked = await (await visitor.GetAsync(asked.Address)).CodeAsync(code);

        Assert.Equal("/account/email", asked.Address.AbsolutePath);
        Assert.Equal(Typed, asked.Form().Value("New email address"));
        Assert.Equal("Recovery codes", (await visitor.GetAsync("/account/recovery-codes")).Heading);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        asked = await (await visitor.GetAsync("/account/recovery-codes")).CodeAsync(code);
        Assert.Contains("used already", Assert.Single(asked.ErrorSummary).Text);
    }

    [Fact]
    public void Every_password_field_has_a_name_by_which_it_is_left_out()
    {
        var names = typeof(LatePosts)
            .Assembly.GetTypes()
            .Where(t => !t.ContainsGenericParameters)
            .SelectMany(t =>
                t.GetFields(
                    System.Reflection.BindingFlags.Static
                        | System.Reflection.BindingFlags.Public
                        | System.Reflection.BindingFlags.NonPublic
                )
            )
            .Where(f => f.FieldType == typeof(PasswordField))
            .Select(f => ((PasswordField)f.GetValue(null)!).Name)
            .ToList();

        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.Contains("password", n));
    }

    private async Task<HtmlPage> LateAsync(HtmlVisitor visitor)
    {
        var form = (await visitor.GetAsync("/account/email"))
            .Form()
            .Fill("New email address", Typed);
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        var page = await form.SubmitAsync();
        Assert.Equal("/sign-in", page.Address.AbsolutePath);
        return page;
    }

    private Task<string> StoredAsync() =>
        host.InScopeAsync(async s =>
            string.Concat(
                await s.GetRequiredService<FosterDb>()
                    .Set<KeptPost>()
                    .Where(p => p.Path.StartsWith("/account/email"))
                    .Select(p => p.Body)
                    .ToListAsync()
            )
        );

    public sealed class OnSqlite(QuietSqliteHost host)
        : LatePostTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : LatePostTests(host),
            IClassFixture<QuietPostgresHost>;
}
