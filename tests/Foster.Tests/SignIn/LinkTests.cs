using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>Rows 1 and 42 for accounts: links of invitations, resets and new addresses.</summary>
public abstract class LinkTests(FosterHost host)
{
    private const string Next = "window-pebble-thursday";

    [Fact]
    public async Task A_reset_works_once_tells_the_owner_ends_sessions_and_asks_for_the_second_factor()
    {
        const string Name = "panel.adviser@foster.example";
        using var signedIn = host.Visitor();
        await signedIn.SignInAsync(Name);
        using var visitor = host.Visitor();
        await AskAsync(visitor, Name);
        var older = await Steps.LinkToAsync(host, Name, "account.reset-link");
        await AskAsync(visitor, Name);
        var link = await Steps.LinkToAsync(host, Name, "account.reset-link");
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(new Uri(older))).Status);
        // Opening it, as a mail scanner does, uses nothing up.
        await visitor.GetAsync(new Uri(link));

        var page = await SetAsync(await visitor.GetAsync(new Uri(link)), "password1234");
        Assert.Contains("commonest", Assert.Single(page.ErrorSummary).Text);
        page = await SetAsync(page, Next);

        Assert.Equal("/sign-in", page.Path);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.password-reset"));
        Assert.Equal("Sign in", (await signedIn.GetAsync("/panel")).Heading);
        page = await visitor.TypeAsync(Name, Next);
        Assert.Equal("/sign-in/code", page.Path);
        page = await visitor.GetAsync(new Uri(link));
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.True(page.Has("main a[href='/sign-in/forgot']"));
    }

    [Fact]
    public async Task A_reset_link_runs_out()
    {
        using var visitor = host.Visitor();
        await AskAsync(visitor, "carer@foster.example");
        var link = await Steps.LinkToAsync(host, "carer@foster.example", "account.reset-link");
        var page = await visitor.GetAsync(new Uri(link));
        host.Clock.Advance(TimeSpan.FromHours(2));

        page = await SetAsync(page, Next);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync("/reset-password/" + new string('0', 40))).Status
        );
    }

    [Fact]
    public async Task An_administrator_invites_and_the_person_sets_up_everything_before_anything_opens()
    {
        const string Email = "new.colleague@council.example";
        var invited = await InviteAsync(Email, Role.TeamManager, Role.Assessor);
        Assert.True(invited.Ok, invited.Reasons);
        using var visitor = host.Visitor();
        Assert.Contains("do not match", (await visitor.TypeAsync(Email)).Text);
        var link = await Steps.LinkToAsync(host, Email, "account.invitation");

        var page = await SetAsync(await visitor.GetAsync(new Uri(link)), Next);

        Assert.Equal("/account/second-factor", page.Address.AbsolutePath);
        Assert.Equal(
            "/account/second-factor",
            (await visitor.GetAsync("/staff")).Address.AbsolutePath
        );
        page = await visitor.GetAsync("/account/authenticator");
        var key = page.Find(".app-secret").TextContent;
        page = await page.Form()
            .Fill("Code from your authenticator app", SecondFactors.CodeOfKey(host, key))
            .SubmitAsync();
        Assert.Equal("Keep these recovery codes", page.Heading);
        page = await visitor.GetAsync("/account");
        Assert.Contains("Act as assessor", page.Text);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(new Uri(link))).Status);
    }

    [Theory]
    [InlineData("WES", Role.Assessor)]
    [InlineData("HAR", Role.ApprovedCarer)]
    public async Task Who_signs_in_already_takes_it_up_with_that_account_and_the_administrator_cannot_tell(
        string council,
        Role role
    )
    {
        var (name, fresh) = (
            $"known.{council}@council.example".ToLowerInvariant(),
            $"fresh.{council}@council.example".ToLowerInvariant()
        );
        var owner = await Village.AccountAsync(host, council, name, role);
        await Steps.ChangeAccountAsync(host, name, a => a.Email = name);
        var (known, other) = (
            await InviteAsync(name, Role.Analyst),
            await InviteAsync(fresh, Role.Analyst)
        );
        using var admin = host.Visitor();
        await admin.SignInAsync("admin@foster.example");
        var seen = (await admin.GetAsync($"/admin/people/{known.Value}")).Text;
        Assert.Equal(
            (await admin.GetAsync($"/admin/people/{other.Value}")).Text,
            seen.Replace(name, fresh, StringComparison.Ordinal)
        );
        Assert.False((await InviteAsync(name, Role.Analyst)).Ok);
        var link = new Uri(await Steps.LinkToAsync(host, name, "account.invitation"));
        Assert.Contains("somebody else", (await admin.GetAsync(link)).Text);

        using var visitor = host.Visitor();
        Assert.Contains(
            visitor.Address.Host,
            (await visitor.GetAsync(link)).Address.Host,
            StringComparison.Ordinal
        );
        Assert.Contains("Sign in to take it up", visitor.Page!.Text);
        await visitor.SignInAsync(name);
        var page = await (await visitor.GetAsync(link))
            .Form()
            .SubmitAsync("Take up the invitation");

        Assert.Equal("/sign-in", page.Path);
        Assert.Equal(
            [("HAR", Role.Analyst), (council, role)],
            (await RolesAsync(owner)).OrderByDescending(r => r.Role == Role.Analyst)
        );
        Assert.Empty(await RolesAsync(known.Value));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(link)).Status);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task An_invitation_never_joins_roles_that_do_not_go_together_R_SOD_07()
    {
        const string Name = "later.administrator@council.example";
        var owner = await Village.AccountAsync(host, "WES", Name, Role.Analyst);
        await Steps.ChangeAccountAsync(host, Name, a => a.Email = Name);
        await InviteAsync(Name, Role.Assessor);
        var secret = (await Steps.LinkToAsync(host, Name, "account.invitation")).Split('/')[^1];
        await host.InScopeAsync(async s =>
        {
            var admin = await Steps.AdministratorAsync(s);
            var db = s.GetRequiredService<FosterDb>();
            db.Add(
                new RoleAssignment
                {
                    AccountId = owner,
                    CouncilId = admin.CouncilId,
                    Role = Role.Administrator,
                }
            );
            await db.SaveChangesAsync();
        });

        var result = await host.InScopeAsync(async s =>
            await s.GetRequiredService<TakeUpInvitation>()
                .RunAsync(new(secret, owner), await Steps.AdministratorAsync(s), default)
        );

        Assert.Equal("R-SOD-07", Assert.Single(result.Refusals).RuleId);
    }

    [Fact]
    public async Task An_invitation_that_ran_out_says_so_and_a_new_one_is_sent_to_the_same_address()
    {
        const string Email = "slow.colleague@council.example";
        await InviteAsync(Email, Role.Analyst);
        var first = await Steps.LinkToAsync(host, Email, "account.invitation");
        host.Clock.Advance(TimeSpan.FromDays(8));
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(new Uri(first));
        Assert.Equal(HttpStatusCode.Gone, page.Status);

        page = await page.Form().SubmitAsync("Send me a new link");

        Assert.Contains("a message is on its way", page.Notification);
        var second = await Steps.LinkToAsync(host, Email, "account.invitation");
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri(second))).Status);
    }

    [Fact]
    public async Task Only_administrators_invite_only_staff_and_only_to_their_own_council_R_SOD_07()
    {
        var (har, wes) = await host.InScopeAsync(async s =>
        {
            var councils = await s.GetRequiredService<FosterDb>().Set<Council>().ToListAsync();
            return (
                councils.Single(c => c.Code == "HAR").Id,
                councils.Single(c => c.Code == "WES").Id
            );
        });
        Assert.Contains(
            "R-SOD-07",
            (
                await InviteAsync("a@council.example", new RoleIn(wes, Role.Assessor))
            ).Refusals.Select(r => r.RuleId)
        );
        Assert.False(
            (await InviteAsync("a@council.example", new RoleIn(har, Role.ApprovedCarer))).Ok
        );
        Assert.False((await InviteAsync("a@council.example")).Ok);
        Assert.False((await InviteAsync("not an address", Role.Assessor)).Ok);
        Assert.False((await InviteAsync("manager@foster.example", Role.Assessor)).Ok);
        var byAnother = await host.InScopeAsync(async s =>
        {
            var admin = await Steps.AdministratorAsync(s);
            return await s.GetRequiredService<InvitePerson>()
                .RunAsync(
                    new("b@council.example", "Somebody", [new(har, Role.Assessor)]),
                    admin with
                    {
                        Role = Role.TeamManager,
                    },
                    default
                );
        });
        Assert.Contains("Only an administrator", byAnother.Reasons);
    }

    [Fact]
    public async Task A_new_address_is_confirmed_before_it_counts_and_the_old_one_is_told()
    {
        const string Old = "mover@foster.example";
        const string New = "mover.new@elsewhere.example";
        await Village.AccountAsync(host, "HAR", Old, Role.ApprovedCarer);
        await Steps.ChangeAccountAsync(
            host,
            Old,
            a => (a.Email, a.NormalizedEmail) = (Old, Old.ToUpperInvariant())
        );
        using var visitor = host.Visitor();
        await visitor.TypeAsync(Old);
        var page = await (await visitor.GetAsync("/account/email"))
            .Form()
            .Fill("New email address", New)
            .SubmitAsync();
        Assert.Equal("/account", page.Path);
        Assert.Contains(Old, page.Text);
        Assert.Equal(1, await Steps.CountToAsync(host, Old, "account.email-change-asked"));
        var link = await Steps.LinkToAsync(host, New, "account.confirm-email");
        using var reader = host.Visitor();
        Assert.Contains(Old, (await visitor.GetAsync("/account")).Text);

        await (await reader.GetAsync(new Uri(link))).Form().SubmitAsync();

        Assert.Contains(("Email address", New), (await visitor.GetAsync("/account")).SummaryRows);
        Assert.Equal(1, await Steps.CountToAsync(host, Old, "account.email-changed"));
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(new Uri(link))).Status);
        using var again = host.Visitor();
        Assert.Equal("/carer", (await again.TypeAsync(New)).Path);
    }

    [Fact]
    public async Task Mail_for_one_account_is_sent_eight_times_at_most()
    {
        const string Name = "carer2@foster.example";
        using var visitor = host.Visitor();
        for (var i = 0; i < 12; i++)
            Assert.Equal("Look in your email", (await AskAsync(visitor, Name)).Heading);

        Assert.Equal(8, await Steps.CountToAsync(host, Name, "account.reset-link"));
    }

    [Fact]
    public async Task What_happens_to_accounts_is_written_down()
    {
        await InviteAsync("written@council.example", Role.Analyst);

        var kinds = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .Select(h => h.Kind)
                .Distinct()
                .ToListAsync()
        );

        Assert.Contains("account.invited", kinds);
    }

    private Task<List<(string Council, Role Role)>> RolesAsync(Guid accountId) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var rows = await (
                from r in db.Set<RoleAssignment>()
                join c in db.Set<Council>() on r.CouncilId equals c.Id
                where r.AccountId == accountId
                select new { c.Code, r.Role }
            ).ToListAsync();
            return rows.Select(r => (r.Code, r.Role)).ToList();
        });

    private Task<Web.Foundation.Rules.Result<Guid>> InviteAsync(
        string email,
        params Role[] roles
    ) =>
        host.InScopeAsync(async s =>
        {
            var admin = await Steps.AdministratorAsync(s);
            return await s.GetRequiredService<InvitePerson>()
                .RunAsync(
                    new(
                        email,
                        "New Colleague",
                        [.. roles.Select(r => new RoleIn(admin.CouncilId, r))]
                    ),
                    admin,
                    default
                );
        });

    private Task<Web.Foundation.Rules.Result<Guid>> InviteAsync(string email, RoleIn role) =>
        host.InScopeAsync(async s =>
            await s.GetRequiredService<InvitePerson>()
                .RunAsync(
                    new(email, "New Colleague", [role]),
                    await Steps.AdministratorAsync(s),
                    default
                )
        );

    private static async Task<HtmlPage> AskAsync(HtmlVisitor visitor, string name) =>
        await (await visitor.GetAsync("/sign-in/forgot"))
            .Form()
            .Fill("Sign-in name or email address", name)
            .SubmitAsync();

    private static Task<HtmlPage> SetAsync(HtmlPage page, string password) =>
        page.Form().Fill("New password", password).SubmitAsync();

    public sealed class OnSqlite(QuietSqliteHost host)
        : LinkTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : LinkTests(host),
            IClassFixture<QuietPostgresHost>;
}
