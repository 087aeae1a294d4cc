#if HANGFIRE
using System.Net;
using Foster.TestKit;
using Foster.Web.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>Row 48: the dashboard is for administrators who have shown a second factor, from wherever they come.</summary>
public abstract class JobDashboardTests(FosterHost host)
{
    [Theory]
    [InlineData(null)]
    [InlineData("manager@foster.example")]
    [InlineData("carer@foster.example")]
    public async Task Nobody_else_sees_it_though_they_come_from_this_machine(string? name)
    {
        using var visitor = host.Visitor();
        if (name is not null)
            await visitor.SignInAsync(name);
        visitor.FollowsRedirects = false;

        foreach (var part in (string[])["", "/recurring", "/stats"])
            Assert.Contains(
                (await visitor.GetAsync(HangfireSetup.DashboardPath + part)).Status,
                new[] { HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.NotFound }
            );
    }

    [Fact]
    public async Task Administrators_see_keys_and_no_other_argument_and_post_with_a_token_only()
    {
        using var admin = host.Visitor();
        await admin.SignInAsync("admin@foster.example");

        var page = await admin.GetAsync(HangfireSetup.DashboardPath + "/recurring");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        // The lines are told to Hangfire shortly after the start.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!page.Body.Contains(TestJob.Name, StringComparison.Ordinal))
        {
            await Task.Delay(200, limit.Token);
            page = await admin.GetAsync(HangfireSetup.DashboardPath + "/recurring");
        }
        Assert.Contains(nameof(HangfireTick), page.Body, StringComparison.Ordinal);
        Assert.NotEqual(
            HttpStatusCode.OK,
            (
                await admin.PostAsync(
                    HangfireSetup.DashboardPath + "/recurring/trigger",
                    ("jobs[]", TestJob.Name)
                )
            ).Status
        );
    }

    private static void Engine(IServiceCollection services)
    {
        services.RemoveAll<IJobEngine>();
        TestJob.Replace(services, new TestWork());
        services.RemoveAll<JobLines>();
        services.AddJobEngine(TestJob.Lines, new JobOptions { LookSeconds = 1 });
    }

    public sealed class OnSqlite(OnSqlite.Host host)
        : JobDashboardTests(host),
            IClassFixture<OnSqlite.Host>
    {
        public sealed class Host : SqliteDemoHost
        {
            protected override void Replace(IServiceCollection services) => Engine(services);
        }
    }

    public sealed class OnPostgres(OnPostgres.Host host)
        : JobDashboardTests(host),
            IClassFixture<OnPostgres.Host>
    {
        public sealed class Host : PostgresDemoHost
        {
            protected override void Replace(IServiceCollection services) => Engine(services);
        }
    }
}
#endif
