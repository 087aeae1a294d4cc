using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Features.Messages;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Messages;

/// <summary>A council's own words: written, tried out, used and left again by its administrators. Each test has a kind of its own.</summary>
public abstract class TemplatePagesTests(FosterHost host)
{
    private const string Admin = "admin@foster.example";

    [Fact]
    public async Task Published_words_stand_in_the_next_message_of_this_council_alone_and_on_its_case()
    {
        const string key = "enquiry.withdrawn";
        using var admin = await InAsync(Admin);
        var list = await admin.GetAsync(MessageLinks.Words);
        Assert.Contains("Enquiry withdrawn", list.Text, StringComparison.Ordinal);
        var edit = await admin.GetAsync(MessageLinks.Edit(key));

        var done = await edit.Form("main form[method=post]")
            .Fill("Subject", "Goodbye {first name} ({reference})")
            .Fill("Message", "Dear {first name},\n\nall the best from {team}.")
            .Fill("Why? (optional)", "Shorter")
            .SubmitAsync("Use from now on");

        Assert.Equal(MessageLinks.WordsOf(key), done.Path);
        Assert.Contains("Version 1, by", done.Text, StringComparison.Ordinal);
        var caseId = await Village.CaseAsync(host, "HAR", new(2026, 5, 1), ("Post", "Demo-Words"));
        var (subject, body, version) = await PostAsync("HAR", caseId);
        Assert.Equal(("Goodbye Ada (REF-1)", (int?)1), (subject, version));
        Assert.StartsWith("Dear Ada,\n\nall the best from ", body, StringComparison.Ordinal);
        var (elsewhere, _, none) = await PostAsync(await OtherAsync(), null);
        Assert.Equal(("Your enquiry is withdrawn (REF-1)", (int?)null), (elsewhere, none));
        Assert.Contains(
            await HistoryAsync("council.message-words"),
            h => h.ActorRole == nameof(Role.Administrator)
        );
        using var manager = await InAsync("manager@foster.example");
        var messages = await manager.GetAsync(MessageLinks.Of(caseId));
        var message = await manager.GetAsync(messages.Find("tbody a").GetAttribute("href")!);
        Assert.Contains("Version 1 of the council", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_words_are_refused_with_what_was_typed_and_nothing_is_stored()
    {
        const string key = "enquiry.pack";
        using var admin = await InAsync(Admin);
        foreach (var button in new[] { "Preview", "Use from now on" })
        {
            var edit = await admin.GetAsync(MessageLinks.Edit(key));

            var refused = await edit.Form("main form[method=post]")
                .Fill("Subject", "Hello {surname}")
                .Fill("Message", "Dear {first name")
                .SubmitAsync(button);

            Assert.Equal(3, refused.ErrorSummary.Count);
            Assert.Contains("{surname} is nothing", refused.Text, StringComparison.Ordinal);
            Assert.Equal(
                "Dear {first name",
                refused.Form("main form[method=post]").Value("Message")
            );
        }
        Assert.Empty(await VersionsAsync(key));
    }

    [Fact]
    public async Task A_subject_of_two_lines_is_refused()
    {
        using var admin = await InAsync(Admin);
        var edit = await admin.GetAsync(MessageLinks.Edit("enquiry.interest"));

        var refused = await edit.Form("main form[method=post]")
            .Tamper("subject", "One\r\nBcc: thief@evil.example")
            .SubmitAsync("Use from now on");

        Assert.Equal("Subject must be one line", Assert.Single(refused.ErrorSummary).Text);
        Assert.Empty(await VersionsAsync("enquiry.interest"));
    }

    [Fact]
    public async Task A_preview_shows_the_councils_contacts_and_keeps_what_is_typed()
    {
        const string key = "application.received";
        var council = await CouncilAsync("HAR");
        using var admin = await InAsync(Admin);
        var edit = await admin.GetAsync(MessageLinks.Edit(key));

        var preview = await edit.Form("main form[method=post]")
            .Fill("Message", "Call {telephone} or go to {link}")
            .SubmitAsync("Preview");

        Assert.Contains(
            $"Call {council.Telephone} or go to https://",
            preview.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await VersionsAsync(key));
        var done = await preview.Form("main form[method=post]").SubmitAsync("Use from now on");
        Assert.Equal(MessageLinks.WordsOf(key), done.Path);
        Assert.Equal(
            "Call {telephone} or go to {link}",
            Assert.Single(await VersionsAsync(key)).Body
        );
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_shown_both_versions()
    {
        const string key = "application.incomplete";
        using var first = await InAsync(Admin);
        var seen = await first.GetAsync(MessageLinks.Edit(key));
        var other = await first.GetAsync(MessageLinks.Edit(key));
        await other
            .Form("main form[method=post]")
            .Fill("Subject", "Theirs")
            .SubmitAsync("Use from now on");

        var late = await seen.Form("main form[method=post]")
            .Fill("Subject", "Mine")
            .SubmitAsync("Use from now on");

        Assert.Contains("It says now: “Theirs”", late.Text, StringComparison.Ordinal);
        Assert.Contains("You entered: “Mine”", late.Text, StringComparison.Ordinal);
        Assert.Equal(["Theirs"], (await VersionsAsync(key)).Select(v => v.Subject));
        await late.Form("main form[method=post]").SubmitAsync("Use from now on");
        Assert.Equal(["Theirs", "Mine"], (await VersionsAsync(key)).Select(v => v.Subject));
    }

    [Fact]
    public async Task Earlier_versions_stay_readable_and_Fosters_words_come_back_as_a_version()
    {
        const string key = "report.shared";
        using var admin = await InAsync(Admin);
        foreach (var subject in new[] { "The first words", "The second words" })
            await (await admin.GetAsync(MessageLinks.Edit(key)))
                .Form("main form[method=post]")
                .Fill("Subject", subject)
                .SubmitAsync("Use from now on");

        var back = await admin.GetAsync(MessageLinks.Back(key));
        var done = await back.Form("main form[method=post]").SubmitAsync();

        Assert.Contains("The first words", done.Text, StringComparison.Ordinal);
        Assert.Contains("Version 3, Foster’s own words", done.Text, StringComparison.Ordinal);
        Assert.False(
            host.Services.GetRequiredService<TemplateBook>()
                .HasText(Guid.NewGuid(), MailTemplates.Find(key)!)
        );
        Assert.Equal([1, 2, 3], (await VersionsAsync(key)).Select(v => v.Number));
        Assert.False((await admin.GetAsync(MessageLinks.Back(key))).Has("main form[method=post]"));
    }

    [Fact]
    public async Task A_test_goes_to_ones_own_address_alone_and_not_without_end()
    {
        const string key = "letter.waits";
        using var admin = await InAsync(Admin);
        var page = await admin.GetAsync(MessageLinks.Test(key));

        await page.Form("main form[method=post]").SubmitAsync();

        var test = Assert.Single(await TestsAsync());
        Assert.Equal(Admin, test.Recipient);
        Assert.StartsWith("Test: A letter from ", test.Subject, StringComparison.Ordinal);
        HtmlPage answer = page;
        for (var more = 0; more < 9; more++)
            answer = await (await admin.GetAsync(MessageLinks.Test(key)))
                .Form("main form[method=post]")
                .SubmitAsync();
        Assert.Contains("many test messages", answer.Text, StringComparison.Ordinal);
        Assert.InRange((await TestsAsync()).Count, 2, 8);
    }

    [Fact]
    public async Task Words_of_another_node_are_followed_and_those_that_cannot_be_filled_are_told_of()
    {
        const string key = "stage1.passed";
        await using var scope = host.Services.CreateAsyncScope();
        var alerts = host.Services.GetRequiredService<AlertBook>();
        using var elsewhere = new TemplateBook(
            host.Services.GetRequiredService<IServiceScopeFactory>(),
            alerts
        );
        await elsewhere.RenewAsync(default);
        var council = await CouncilAsync("HAR");
        var email = Foster.Web.Features.Assessment.Emails.AssessmentEmails.Stage1Passed(
            "a@b.example",
            "Ada",
            "REF-1",
            council,
            new(2026, 5, 1),
            "https://x.example"
        );
        Assert.Null(elsewhere.Of(council.Id, email).Version);

        await AddAsync(key, 1, "Own {link}");
        await elsewhere.RenewAsync(default);
        Assert.Equal(
            ("Own https://x.example", 1),
            (elsewhere.Of(council.Id, email).Words.Body, elsewhere.Of(council.Id, email).Version)
        );

        await AddAsync(key, 2, "{something of old} {link}");
        await elsewhere.RenewAsync(default);
        Assert.Null(elsewhere.Of(council.Id, email).Version);
        Assert.StartsWith(
            "Dear Ada",
            elsewhere.Of(council.Id, email).Words.Body,
            StringComparison.Ordinal
        );
        using var admin = await InAsync(Admin);
        Assert.Contains(
            "Stage 1 decision to read",
            (await admin.GetAsync("/admin/alerts")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "cannot be filled any more",
            (await admin.GetAsync(MessageLinks.WordsOf(key))).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("manager@foster.example")]
    [InlineData("carer@foster.example")]
    public async Task Nobody_but_an_administrator_opens_the_words(string name)
    {
        using var visitor = await InAsync(name);
        visitor.FollowsRedirects = false;

        var answer = await visitor.GetAsync(MessageLinks.Edit("enquiry.visit"));

        Assert.Contains(
            answer.Status,
            new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Redirect }
        );
        Assert.False(
            (
                await host.InScopeAsync(async s =>
                    await s.GetRequiredService<PublishWords>()
                        .RunAsync(
                            new("enquiry.visit", "S", "B"),
                            new Actor(Guid.Empty, "M", Role.TeamManager, Guid.NewGuid()),
                            default
                        )
                )
            ).Ok
        );
    }

    [Fact]
    public async Task Fixed_words_are_listed_with_the_reason_and_have_no_page()
    {
        using var admin = await InAsync(Admin);

        var list = await admin.GetAsync($"{MessageLinks.Words}?words=Fixed");
        var one = await admin.GetAsync(MessageLinks.Edit("account.password-reset"));

        Assert.Contains("It protects the account", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thanks for the enquiry", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, one.Status);
    }

    [Fact]
    public async Task Every_message_of_the_demonstration_is_of_a_declared_kind() =>
        Assert.All(
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<OutboxMessage>()
                    .IgnoreQueryFilters()
                    .Select(m => m.Kind)
                    .Distinct()
                    .ToListAsync()
            ),
            kind => Assert.NotNull(MailTemplates.Find(kind))
        );

    private async Task<HtmlVisitor> InAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    private Task<Council> CouncilAsync(string code) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .AsNoTracking()
                .SingleAsync(c => c.Code == code)
        );

    private Task<string> OtherAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .Where(c => c.Code != "HAR")
                .OrderBy(c => c.Code)
                .Select(c => c.Code)
                .FirstAsync()
        );

    private async Task<(string Subject, string Body, int? Version)> PostAsync(
        string code,
        Guid? caseId
    )
    {
        (string, string, int?) posted = default;
        await Village.ChangeAsync(
            host,
            code,
            async (s, actor) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId);
                s.GetRequiredService<Outbox>()
                    .Post(
                        actor.CouncilId,
                        caseId,
                        EnquiryEmail.Withdrawn("ada@people.example", "Ada", "REF-1", council)
                    );
                var message = db.ChangeTracker.Entries<OutboxMessage>().Single().Entity;
                posted = (
                    message.Subject,
                    Outbox.BodyOf(message, s.GetRequiredService<IDataProtectionProvider>()),
                    message.WordsVersion
                );
            }
        );
        return posted;
    }

    private Task AddAsync(string key, int number, string body) =>
        Village.ChangeAsync(
            host,
            "HAR",
            (s, actor) =>
            {
                s.GetRequiredService<FosterDb>()
                    .Add(
                        new TemplateVersion
                        {
                            CouncilId = actor.CouncilId,
                            Key = key,
                            Number = number,
                            IsDefault = false,
                            Subject = "Own",
                            Body = body,
                            AddedAt = host.Clock.GetUtcNow().UtcDateTime,
                            AddedBy = "Another node",
                        }
                    );
                return Task.CompletedTask;
            }
        );

    private Task<List<TemplateVersion>> VersionsAsync(string key) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<TemplateVersion>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(v => v.Key == key)
                .OrderBy(v => v.Number)
                .ToListAsync()
        );

    private Task<List<OutboxMessage>> TestsAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<OutboxMessage>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(m => m.Kind == "message.test")
                .ToListAsync()
        );

    private Task<List<CouncilHistoryEntry>> HistoryAsync(string kind) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(h => h.Kind == kind)
                .ToListAsync()
        );

    public sealed class OnSqlite(QuietSqliteHost host)
        : TemplatePagesTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : TemplatePagesTests(host),
            IClassFixture<QuietPostgresHost>;
}
