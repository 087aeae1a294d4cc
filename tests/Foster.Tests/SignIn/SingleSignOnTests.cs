using System.Net;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>Row 1: the council's own sign-in, which counts as a second factor only where a configured claim says so.</summary>
public abstract class SingleSignOnTests(FosterHost host, CouncilProvider provider)
{
    [Fact]
    public async Task It_leads_to_the_account_of_the_address_and_asks_for_the_second_factor_here()
    {
        Provide("one", "manager@foster.example");
        using var visitor = host.Visitor();

        var page = await ThroughAsync(visitor);

        Assert.Equal("/sign-in/code", page.Path);
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        page = await page.CodeAsync(await SecondFactors.CodeAsync(host, "manager@foster.example"));
        Assert.Equal("/staff/rules", page.Path);
    }

    [Fact]
    public async Task Where_the_claim_says_so_nothing_more_is_asked()
    {
        Provide("two", "assessor@foster.example", "pwd", "mfa");
        using var visitor = host.Visitor();
        Assert.Equal("/staff/rules", (await ThroughAsync(visitor)).Path);
        Provide("two", "assessor@foster.example", "pwd");
        using var again = host.Visitor();

        Assert.Equal("/sign-in/code", (await ThroughAsync(again)).Path);
    }

    [Fact]
    public async Task Strangers_carers_unverified_addresses_and_other_subjects_get_nowhere()
    {
        await Village.AccountAsync(host, "HAR", "plain@foster.example", Role.ApprovedCarer);
        foreach (var email in new[] { "stranger@council.example", "carer@foster.example" })
        {
            Provide("three-" + email, email, "mfa");
            await NowhereAsync();
        }
        Provide("four", "supervisor@foster.example", "mfa");
        provider.Claims["email_verified"] = false;
        await NowhereAsync();
        Provide("five", "recruitment@foster.example", "mfa");
        using var visitor = host.Visitor();
        Assert.Equal("/staff/rules", (await ThroughAsync(visitor)).Path);
        // Somebody else who is given that address later does not get the account.
        Provide("six", "recruitment@foster.example", "mfa");
        await NowhereAsync();
    }

    [Fact]
    public async Task A_token_that_is_forged_or_meant_for_others_is_refused()
    {
        Provide("seven", "panel.chair@foster.example", "mfa");
        provider.SignsAsItself = false;
        await NowhereAsync();
        provider.SignsAsItself = true;
        provider.Audience = "another";
        await NowhereAsync();
        provider.Audience = CouncilProvider.ClientId;
    }

    [Fact]
    public async Task A_way_back_that_began_in_another_browser_is_refused()
    {
        Provide("eight", "decision.maker@foster.example", "mfa");
        using var began = host.Visitor();
        using var ends = host.Visitor();
        var back = await BackAsync(await ToCouncilAsync(began));

        var page = await ends.GetAsync(back);
        Assert.Equal("The council sign-in did not work", page.Heading);
        page = await began.GetAsync(back.ToString().Replace("state=", "state=x"));
        Assert.Equal("The council sign-in did not work", page.Heading);
    }

    private void Provide(string subject, string email, params string[] amr)
    {
        provider.Subject = subject;
        provider.Claims.Clear();
        provider.Claims["email"] = email;
        provider.Claims["email_verified"] = true;
        if (amr.Length > 0)
            provider.Claims["amr"] = amr;
    }

    private async Task NowhereAsync()
    {
        using var visitor = host.Visitor();
        Assert.Equal("The council sign-in did not work", (await ThroughAsync(visitor)).Heading);
        Assert.Equal("Sign in", (await visitor.GetAsync("/staff")).Heading);
    }

    private static async Task<HtmlPage> ThroughAsync(HtmlVisitor visitor) =>
        await visitor.GetAsync(await BackAsync(await ToCouncilAsync(visitor)));

    private static async Task<string> ToCouncilAsync(HtmlVisitor visitor)
    {
        var page = await visitor.GetAsync("/sign-in?ReturnUrl=%2Fstaff%2Frules");
        page = await page.Form("main form[action^='/sign-in/council']").SubmitAsync();
        return page.Find("main a").GetAttribute("href")!;
    }

    /// <summary>What the provider does with its visitor: sends them back with a code.</summary>
    private static async Task<Uri> BackAsync(string address)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri(address));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    public sealed class OnSqlite(SqliteCouncilHost host)
        : SingleSignOnTests(host, host.Council),
            IClassFixture<SqliteCouncilHost>;

    public sealed class OnPostgres(PostgresCouncilHost host)
        : SingleSignOnTests(host, host.Council),
            IClassFixture<PostgresCouncilHost>;
}

public sealed class SqliteCouncilHost : SqliteDemoHost
{
    private readonly Lazy<CouncilProvider> provider;

    public SqliteCouncilHost() => provider = new(() => new(Clock));

    public CouncilProvider Council => provider.Value;

    protected override IReadOnlyDictionary<string, string> Settings =>
        CouncilHosts.Settings(Council);

    public override async Task InitializeAsync()
    {
        await Council.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Council.DisposeAsync();
    }
}

public sealed class PostgresCouncilHost : PostgresDemoHost
{
    private readonly Lazy<CouncilProvider> provider;

    public PostgresCouncilHost() => provider = new(() => new(Clock));

    public CouncilProvider Council => provider.Value;

    protected override IReadOnlyDictionary<string, string> Settings =>
        CouncilHosts.Settings(Council);

    public override async Task InitializeAsync()
    {
        await Council.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Council.DisposeAsync();
    }
}

internal static class CouncilHosts
{
    public static IReadOnlyDictionary<string, string> Settings(CouncilProvider provider) =>
        new Dictionary<string, string>
        {
            ["SingleSignOn:Authority"] = provider.Address,
            ["SingleSignOn:ClientId"] = CouncilProvider.ClientId,
            ["SingleSignOn:ClientSecret"] = CouncilProvider.ClientSecret,
            ["Mail:Host"] = "",
        };
}
