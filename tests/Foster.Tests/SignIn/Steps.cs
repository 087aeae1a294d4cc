using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.SignIn;

/// <summary>What these tests do again and again.</summary>
internal static class Steps
{
    public const string Password = DemoRegion.Password;

    /// <summary>Types a name and a password on the page that is shown, or on the sign-in page.</summary>
    public static async Task<HtmlPage> TypeAsync(
        this HtmlVisitor visitor,
        string name,
        string password = Password,
        HtmlPage? page = null
    ) =>
        await (page ?? await visitor.GetAsync("/sign-in"))
            .Form()
            .Fill("Sign-in name or email address", name)
            .Fill("Password", password)
            .SubmitAsync("Sign in");

    public static Task<HtmlPage> CodeAsync(this HtmlPage page, string code) =>
        page.Form("main form:not([hidden])")
            .Fill("Code from your authenticator app", code)
            .SubmitAsync();

    /// <summary>All of it: name, password, code.</summary>
    public static async Task<HtmlPage> WalkInAsync(
        this HtmlVisitor visitor,
        FosterHost host,
        string name
    )
    {
        // Each code counts once, also between tests.
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var page = await visitor.TypeAsync(name);
        return await page.CodeAsync(await SecondFactors.CodeAsync(host, name));
    }

    /// <summary>The address in the newest message of this kind to this person.</summary>
    public static async Task<string> LinkToAsync(FosterHost host, string to, string kind)
    {
        var body = await BodyToAsync(host, to, kind);
        var start = body.IndexOf(FosterHost.PublicUrl.ToString(), StringComparison.Ordinal);
        return body[start..].Split('\n', '\r', ' ')[0];
    }

    public static Task<int> CountToAsync(FosterHost host, string to, string kind) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<OutboxMessage>()
                .IgnoreQueryFilters()
                .CountAsync(m => m.Recipient == to && m.Kind == kind)
        );

    public static Task<string> BodyToAsync(FosterHost host, string to, string kind) =>
        host.InScopeAsync(async s =>
        {
            var message = await s.GetRequiredService<FosterDb>()
                .Set<OutboxMessage>()
                .IgnoreQueryFilters()
                .Where(m => m.Recipient == to && m.Kind == kind)
                .OrderByDescending(m => m.Id)
                .FirstAsync();
            return Outbox.BodyOf(message, s.GetRequiredService<IDataProtectionProvider>());
        });

    public static Task ChangeAccountAsync(FosterHost host, string name, Action<Account> change) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            change(await db.Users.SingleAsync(a => a.UserName == name));
            await db.SaveChangesAsync();
        });

    public static async Task<Actor> AdministratorAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<FosterDb>();
        var held = await (
            from a in db.Users
            join r in db.Set<RoleAssignment>() on a.Id equals r.AccountId
            where a.UserName == "admin@foster.example"
            select new { a.Id, r.CouncilId }
        ).SingleAsync();
        return (
            await services
                .GetRequiredService<ActorSource>()
                .EnterAsync(held.Id, held.CouncilId, Role.Administrator, default)
        )!;
    }
}
