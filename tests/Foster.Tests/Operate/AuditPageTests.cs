using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>/admin/audit and /admin/alerts: who saw whose data in one step, and what administrators are told.</summary>
public abstract class AuditPageTests(FosterHost host)
{
    private const string Admin = "admin@foster.example";
    private const string Manager = "manager@foster.example";

    [Fact]
    public async Task Who_saw_a_persons_data_is_answered_in_one_step_R_DP_17()
    {
        var caseId = await Village.CaseAsync(host, "HAR", new(2026, 5, 1), ("Zoë", "Demo-Seen"));
        using var manager = await InAsync(Manager);
        for (var i = 0; i < 3; i++)
            await manager.GetAsync($"/staff/cases/{caseId}");
        using var admin = await InAsync(Admin);

        var page = await admin.GetAsync("/admin/audit?person=zoe+demo-seen");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var readers = page.Document.QuerySelectorAll("main table")[0];
        Assert.Contains("Team manager", readers.TextContent);
        Assert.Contains("3", readers.TextContent);
        Assert.Contains("Confidential", page.Text);
        Assert.DoesNotContain("Zoë", page.Document.QuerySelectorAll("main table")[1].TextContent);
        var byReference = await admin.GetAsync($"/admin/audit?case={await ReferenceAsync(caseId)}");
        Assert.Equal(
            readers.TextContent,
            byReference.Document.QuerySelectorAll("main table")[0].TextContent
        );
        Assert.Contains(
            "Nobody and no case on record fits",
            (await admin.GetAsync("/admin/audit?person=nobody+of+that+name")).Text
        );
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_pages_follow_each_other_without_gaps()
    {
        var caseId = await Village.CaseAsync(host, "HAR", new(2026, 5, 1), ("Ola", "Demo-Paged"));
        using var manager = await InAsync(Manager);
        for (var i = 0; i < 30; i++)
            await manager.GetAsync($"/staff/cases/{caseId}");
        using var admin = await InAsync(Admin);

        var reference = await ReferenceAsync(caseId);
        var first = await admin.GetAsync(
            $"/admin/audit?case={reference}&act=View&kind=Confidential&from-day=15&from-month=5&from-year=2026"
        );
        var next = first.Links.Single(l =>
            l.GetAttribute("href")!.Contains("after=", StringComparison.Ordinal)
        );
        var second = await admin.GetAsync(next.GetAttribute("href")!);

        Assert.Equal(25, Rows(first));
        Assert.Equal(5, Rows(second));
        Assert.Contains(
            "No entry fits",
            (await admin.GetAsync($"/admin/audit?case={reference}&act=Export")).Text
        );
        Assert.Contains(
            "No entry fits",
            (
                await admin.GetAsync(
                    $"/admin/audit?case={reference}&to-day=1&to-month=1&to-year=2026"
                )
            ).Text
        );
        Assert.NotEmpty((await admin.GetAsync("/admin/audit?from-day=99")).ErrorSummary);
    }

    [Fact]
    public async Task An_export_is_written_down_before_it_is_handed_out()
    {
        using var admin = await InAsync(Admin);
        var before = await ExportsAsync();

        var file = await admin.GetAsync("/admin/audit/export?act=Change");

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("When (UTC),Who,Role", file.Body);
        Assert.DoesNotContain("Reason", file.Body);
        Assert.Equal(before + 1, await ExportsAsync());
    }

    [Fact]
    public async Task A_refused_way_to_a_restricted_case_is_found_and_named_as_restricted_R_SOD_08()
    {
        var caseId = await Village.CaseAsync(host, "HAR", new(2026, 5, 1), ("Kit", "Demo-Hidden"));
        await Village.ChangeAsync(
            host,
            "HAR",
            async (s, _) =>
                (
                    await s.GetRequiredService<FosterDb>()
                        .Set<Case>()
                        .SingleAsync(c => c.Id == caseId)
                ).Restrict([])
        );
        using var manager = await InAsync(Manager);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await manager.GetAsync($"/staff/cases/{caseId}")).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await manager.GetAsync($"/staff/carers/{caseId}")).Status
        );

        var entries = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<AccessEntry>()
                .IgnoreQueryFilters()
                .Where(a => a.CaseId == caseId)
                .ToListAsync()
        );
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.Equal(AccessAct.Refusal, e.Act));
        Assert.All(entries, e => Assert.Contains("Restricted", e.Kinds));
    }

    [Fact]
    public async Task Administrators_are_told_once_of_failed_sign_ins_of_many_exports_and_of_a_broken_history()
    {
        var watch = host.Services.GetRequiredService<AlertWatch>();
        using (var guesser = host.Visitor())
            for (var i = 0; i < 4; i++)
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    guesser.SignInAsync(
                        i % 2 == 0 ? "nobody@foster.example" : Manager,
                        "a wrong password"
                    )
                );
        using var admin = await InAsync(Admin);
        for (var i = 0; i < 3; i++)
            await admin.GetAsync("/admin/audit/export?act=Export");
        await host
            .Services.GetRequiredService<AlertBook>()
            .RaiseAsync(Guid.Empty, BrokenChain.Now("today"), default);
        await watch.RoundAsync(default);
        await watch.RoundAsync(default);

        var page = await admin.GetAsync("/admin");

        Assert.Equal(3, page.Document.QuerySelectorAll(".govuk-notification-banner__link").Length);
        foreach (var words in new[] { "sign-ins failed", "exported much", "not as it was written" })
            Assert.Contains(words, page.Text);
        var mail = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Foster.Web.Foundation.Mail.OutboxMessage>()
                .IgnoreQueryFilters()
                .Where(m => m.Kind.StartsWith("alert.") && m.Recipient == Admin)
                .CountAsync()
        );
        Assert.Equal(3, mail);

        var settle = await admin.GetAsync(
            page.Document.QuerySelector(".govuk-notification-banner__link")!.GetAttribute("href")!
        );
        var done = await settle
            .Form("main form[method=post]")
            .Fill("What did you find, and what was done?", "It was a drill, and all is well.")
            .SubmitAsync();
        Assert.Contains("settled", done.Notification);
        Assert.Equal(
            2,
            (await admin.GetAsync("/admin"))
                .Document.QuerySelectorAll(".govuk-notification-banner__link")
                .Length
        );
    }

    private static int Rows(HtmlPage page) =>
        page.Document.QuerySelectorAll("main table")[^1].QuerySelectorAll("tbody tr").Length;

    private async Task<HtmlVisitor> InAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    private Task<int> ExportsAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<AccessEntry>()
                .IgnoreQueryFilters()
                .CountAsync(a => a.Act == AccessAct.Export)
        );

    private Task<string> ReferenceAsync(Guid caseId) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Case>()
                .IgnoreQueryFilters()
                .Where(c => c.Id == caseId)
                .Select(c => c.Reference)
                .SingleAsync()
        );

    public sealed class OnSqlite(WatchedSqlite host)
        : AuditPageTests(host),
            IClassFixture<WatchedSqlite>;

    public sealed class OnPostgres(WatchedPostgres host)
        : AuditPageTests(host),
            IClassFixture<WatchedPostgres>;
}

/// <summary>Tells administrators early.</summary>
public sealed class WatchedSqlite : SqliteDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => Watched.Settings;
}

public sealed class WatchedPostgres : PostgresDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => Watched.Settings;
}

internal static class Watched
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>
        {
            ["Mail:Host"] = "",
            ["Alerts:FailedSignIns"] = "4",
            ["Alerts:Exports"] = "3",
        };
}
