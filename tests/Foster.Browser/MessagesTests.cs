using Foster.TestKit;
using Foster.Web.Features.Messages;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>A day's work, the team, what goes out tomorrow, the council's own words, and a message that came back.</summary>
public sealed class MessagesTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    [Theory]
    [InlineData("assessor@foster.example", true, 320)]
    [InlineData("manager@foster.example", false, 1280)]
    public async Task A_day_begins_with_what_is_due_and_why_and_with_what_others_have_to_do(
        string name,
        bool javaScript,
        int width
    )
    {
        var worker = await PersonAsync(javaScript, width);
        await worker.SignInAsync(name);
        Assert.EndsWith("/staff", worker.Page.Url, StringComparison.Ordinal);
        var why = worker.Page.Locator(".app-work details").First;
        await why.Locator("summary").ClickAsync();
        Assert.Matches("R-[A-Z]+-\\d", await why.InnerTextAsync());
        if (javaScript)
            await LooksRightAsync(worker.Page, "work");

        await worker.OpenAsync("/staff?due=waiting");
        await worker
            .Page.GetByRole(AriaRole.Heading, new() { Name = "My work: waiting on others" })
            .WaitForAsync();
        Assert.NotEqual(0, await worker.Page.Locator(".app-work a").CountAsync());
        if (javaScript)
            await LooksRightAsync(worker.Page, "waiting");
    }

    [Fact]
    public async Task The_manager_goes_from_the_team_to_a_workers_list_and_sees_tomorrows_reminders()
    {
        var manager = await PersonAsync();
        await manager.SignInAsync("manager@foster.example");
        await manager.OpenAsync("/staff/team");
        await LooksRightAsync(manager.Page, "team");
        var first = manager.Page.Locator("tbody a[href^='/staff/team/']:not([href*=nobody])").First;
        var who = await first.InnerTextAsync();
        await manager.LeadsOnAsync(first);
        Assert.Contains(
            who,
            await manager.Page.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await LooksRightAsync(manager.Page, "worker");

        var before = await PostedAsync();
        await manager.OpenAsync("/staff/reminders");
        await manager.Page.GetByText("Looking sends nothing.").WaitForAsync();
        Assert.NotEqual(0, await manager.Page.Locator("tbody tr").CountAsync());
        await LooksRightAsync(manager.Page, "reminders");
        Assert.Equal(before, await PostedAsync());
    }

    [Theory]
    [InlineData(true, "stage1.passed")]
    [InlineData(false, "application.received")]
    public async Task Words_are_refused_seen_first_and_used(bool javaScript, string key)
    {
        var admin = await PersonAsync(javaScript);
        await admin.SignInAsync("admin@foster.example");
        await admin.OpenAsync(MessageLinks.Edit(key));
        await admin.FillAsync("Subject", "News for {first name} and {child}");
        await admin.PressAsync("Use from now on");
        var summary = admin.Page.Locator(".govuk-error-summary");
        Assert.Contains("{child}", await summary.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "News for {first name} and {child}",
            await admin.Page.GetByLabel("Subject", new() { Exact = true }).InputValueAsync()
        );

        await admin.FillAsync("Subject", "News for {first name} ({reference})");
        await admin.PressAsync("Preview");
        var preview = admin.Page.Locator("main");
        Assert.DoesNotContain(
            "News for {first name}",
            await preview.InnerTextAsync(),
            StringComparison.Ordinal
        );
        if (javaScript)
            await LooksRightAsync(admin.Page, "preview");
        await admin.PressAsync("Use from now on");
        await admin.Page.GetByText("Version 1, by").WaitForAsync();
    }

    [Fact]
    public async Task A_message_that_came_back_is_sent_again_to_another_address()
    {
        var caseId = await CaseAsync();
        var old = $"{Guid.NewGuid():N}@foster.example";
        var other = $"{Guid.NewGuid():N}@foster.example";
        host.Mail.Treat(old, SmtpManner.Refuses(550));
        var message = await PostAsync(caseId, old);
        var worker = await PersonAsync();
        await worker.SignInAsync("manager@foster.example");
        await Until.HoldsAsync(async () =>
        {
            await worker.OpenAsync($"/staff/cases/{caseId}");
            return await worker.Page.GetByText($"A message to {old} was refused").CountAsync() > 0;
        });

        await worker.OpenAsync(MessageLinks.One(caseId, message));
        await worker.Page.GetByText("Refused for good").First.WaitForAsync();
        await LooksRightAsync(worker.Page, "message");
        await worker.FollowAsync("Send again");
        await worker.FillAsync("Email address", other);
        await worker.PressAsync("Send again");

        await host.Mail.WaitForAsync(other);
        await worker.OpenAsync(MessageLinks.One(caseId, message));
        await worker.Page.GetByText("Refused, sent again").First.WaitForAsync();
    }

    /// <summary>All that was ever decided on: what was posted before may still be on its way out.</summary>
    private Task<int> PostedAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>().Set<OutboxMessage>().IgnoreQueryFilters().CountAsync()
        );

    private Task<Guid> CaseAsync() =>
        Village.CaseAsync(host, "HAR", new(2026, 5, 1), ("Post", "Demo-Returned"));

    private Task<Guid> PostAsync(Guid caseId, string to) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>()
                .Where(c => c.Code == "HAR")
                .Select(c => c.Id)
                .SingleAsync();
            s.GetRequiredService<CouncilScope>().EnterCouncil(council);
            var id = s.GetRequiredService<Outbox>()
                .Post(council, caseId, new("enquiry.visit", to, "Your visit", "We come at 10am."));
            await db.SaveChangesAsync();
            return id;
        });
}
