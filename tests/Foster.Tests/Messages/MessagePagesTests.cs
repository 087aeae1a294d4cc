using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Messages;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Messages;

/// <summary>The messages of a case: how far each got, its words, and sending it again. No mail server is set here.</summary>
public abstract class MessagePagesTests(FosterHost host)
{
    private const string Council = "HAR";
    private const string Manager = "manager@foster.example";
    private const string Key = "Zk3vQ9fXw2LmT8sRbN5yHc7dPaJ4uGe1";

    [Theory]
    [InlineData(OutboxState.Queued, "Queued")]
    [InlineData(OutboxState.Claimed, "Queued")]
    [InlineData(OutboxState.Sent, "Sent")]
    [InlineData(OutboxState.Refused, "Refused for good")]
    [InlineData(OutboxState.Unknown, "Not known")]
    [InlineData(OutboxState.NotNeeded, "Not needed any more")]
    [InlineData(OutboxState.SentAgain, "Refused, sent again")]
    public async Task Each_state_is_shown_and_only_what_is_over_or_unknown_is_sent_again(
        OutboxState state,
        string words
    )
    {
        var caseId = await CaseAsync();
        var id = await PostAsync(caseId, state);
        using var visitor = await InAsync(Manager);

        var list = await visitor.GetAsync(MessageLinks.Of(caseId));
        Assert.Equal(words, list.Find("tbody .govuk-tag").TextContent.Trim());
        Assert.Contains("old@foster.example", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Good morning", list.Text, StringComparison.Ordinal);

        var one = await visitor.GetAsync(MessageLinks.One(caseId, id));
        Assert.Contains("Good morning", one.Text, StringComparison.Ordinal);
        Assert.Equal(
            state is OutboxState.Sent or OutboxState.Refused or OutboxState.Unknown,
            one.Has("a[href$='/again']")
        );
    }

    [Fact]
    public async Task The_key_in_a_link_stays_with_the_recipient()
    {
        var caseId = await CaseAsync();
        var id = await PostAsync(caseId, OutboxState.Sent);
        using var visitor = await InAsync(Manager);

        var one = await visitor.GetAsync(MessageLinks.One(caseId, id));

        Assert.DoesNotContain(Key, one.Body, StringComparison.Ordinal);
        Assert.Contains("(a personal link)", one.Text, StringComparison.Ordinal);
        Assert.Contains($"/staff/cases/{caseId}", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_message_stands_on_the_case_until_it_is_sent_again_once()
    {
        var caseId = await CaseAsync();
        var id = await PostAsync(caseId, OutboxState.Refused);
        using var visitor = await InAsync(Manager);
        var page = await visitor.GetAsync(CaseLinks.Case(caseId));
        Assert.Contains(
            "A message to old@foster.example was refused",
            page.Text,
            StringComparison.Ordinal
        );

        var form = await visitor.GetAsync(MessageLinks.Again(caseId, id));
        Assert.Equal("old@foster.example", form.Form("main form").Value("Email address"));
        var wrong = await form.Form("main form").Fill("Email address", "nobody").SubmitAsync();
        Assert.Single(wrong.ErrorSummary);
        // It holds a link that lets in whoever has it, so it goes to no address that nobody stands behind.
        wrong = await wrong
            .Form("main form")
            .Fill("Email address", "new@foster.example")
            .SubmitAsync();
        Assert.Contains(
            "on record for the applicant",
            Assert.Single(wrong.ErrorSummary).Text,
            StringComparison.Ordinal
        );
        Assert.Single(await RowsAsync(caseId));
        await PutOnRecordAsync(caseId, "new@foster.example");
        var done = wrong.Form("main form").Fill("Email address", "new@foster.example");
        await Task.WhenAll(done.SubmitAsync(), done.SubmitAsync());

        var rows = await RowsAsync(caseId);
        var first = Assert.Single(rows, m => m.Id == id);
        var copy = Assert.Single(rows, m => m.Id != id);
        Assert.Equal(OutboxState.SentAgain, first.State);
        Assert.Equal(
            (OutboxState.Queued, "new@foster.example", first.Subject, first.Kind, 0),
            (copy.State, copy.Recipient, copy.Subject, copy.Kind, copy.Attempts)
        );
        Assert.NotEqual(first.MessageId, copy.MessageId);
        page = await visitor.GetAsync(CaseLinks.Case(caseId));
        Assert.DoesNotContain("was refused", page.Text, StringComparison.Ordinal);
        Assert.Contains("Message sent again", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "To new@foster.example instead of old@foster.example",
            page.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_sent_message_goes_again_but_not_while_its_copy_waits()
    {
        var caseId = await CaseAsync();
        var id = await PostAsync(caseId, OutboxState.Sent);
        using var visitor = await InAsync(Manager);

        for (var times = 0; times < 2; times++)
        {
            var form = await visitor.GetAsync(MessageLinks.Again(caseId, id));
            await form.Form("main form").SubmitAsync();
        }

        var rows = await RowsAsync(caseId);
        Assert.Equal(
            [OutboxState.Sent, OutboxState.Queued],
            rows.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.State)
        );
    }

    [Fact]
    public async Task What_nobody_knows_of_goes_again_as_itself()
    {
        var caseId = await CaseAsync();
        var id = await PostAsync(caseId, OutboxState.Unknown);
        var before = Assert.Single(await RowsAsync(caseId));
        using var visitor = await InAsync(Manager);

        var form = await visitor.GetAsync(MessageLinks.Again(caseId, id));
        await form.Form("main form").SubmitAsync();

        var after = Assert.Single(await RowsAsync(caseId));
        Assert.Equal(
            (OutboxState.Queued, before.MessageId, before.Recipient),
            (after.State, after.MessageId, after.Recipient)
        );
    }

    [Theory]
    [InlineData("manager@other.foster.example")]
    [InlineData("assessor@foster.example")]
    public async Task Who_may_not_see_the_case_finds_none_of_its_messages(string name)
    {
        var caseId = await CaseAsync();
        var id = await PostAsync(caseId, OutboxState.Refused);
        using var visitor = await InAsync(name);

        foreach (
            var address in new[]
            {
                MessageLinks.Of(caseId),
                MessageLinks.One(caseId, id),
                MessageLinks.Again(caseId, id),
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_message_is_found_with_its_own_case_alone_and_by_those_who_read_of_its_act()
    {
        var (caseId, other) = (await CaseAsync(), await CaseAsync());
        var id = await PostAsync(caseId, OutboxState.Sent, "panel.papers");
        using var manager = await InAsync(Manager);
        using var officer = await InAsync("recruitment@foster.example");

        var elsewhere = await manager.GetAsync(MessageLinks.One(other, id));
        var list = await officer.GetAsync(MessageLinks.Of(caseId));

        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
        Assert.Contains("No message was written yet", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_of_several_cases_is_listed_without_its_words()
    {
        var caseId = await CaseAsync();
        var id = await PostAsync(null, OutboxState.Sent, "reminder.due");
        await ChangeAsync(
            (s, council) =>
                s.GetRequiredService<FosterDb>()
                    .Add(
                        new Reminder
                        {
                            CouncilId = council,
                            CaseId = caseId,
                            RuleId = "REM-05",
                            DeadlineId = Guid.NewGuid(),
                            DueOn = new(2026, 6, 1),
                            Step = "0",
                            StepOn = new(2026, 6, 1),
                            RecipientId = Guid.NewGuid(),
                            As = "Assessor",
                            PlannedAt = host.Clock.GetUtcNow().UtcDateTime,
                            State = ReminderState.Posted,
                            MessageId = id,
                        }
                    )
        );
        using var visitor = await InAsync(Manager);

        var list = await visitor.GetAsync(MessageLinks.Of(caseId));
        var one = await visitor.GetAsync(MessageLinks.One(caseId, id));

        Assert.Contains("Reminder", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Good morning", one.Text, StringComparison.Ordinal);
        Assert.False(one.Has("a[href$='/again']"));
    }

    [Fact]
    public async Task A_page_holds_25_and_the_next_one_the_rest()
    {
        var caseId = await CaseAsync();
        for (var count = 0; count < 27; count++)
            await PostAsync(caseId, OutboxState.Sent);
        using var visitor = await InAsync(Manager);

        var first = await visitor.GetAsync(MessageLinks.Of(caseId));
        var next = await visitor.GetAsync(first.Find("a[href*='after=']").GetAttribute("href")!);

        var seen = new[] { first, next }
            .Select(p =>
                p.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ToList()
            )
            .ToList();
        Assert.Equal([25, 2], seen.Select(s => s.Count));
        Assert.Equal(27, seen.SelectMany(s => s).Distinct().Count());
    }

    private Task PutOnRecordAsync(Guid caseId, string address) =>
        ChangeAsync(
            (s, _) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var household = db.Set<Case>().Single(c => c.Id == caseId).HouseholdId;
                var person = db.Set<Membership>().Single(m => m.HouseholdId == household).PersonId;
                db.Set<Person>().Single(p => p.Id == person).Email = address;
            }
        );

    private Task<Guid> CaseAsync() =>
        Village.CaseAsync(host, Council, new(2026, 5, 1), ("Post", "Demo-Letter"));

    private async Task<HtmlVisitor> InAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    private async Task<Guid> PostAsync(
        Guid? caseId,
        OutboxState state,
        string kind = "application.received"
    )
    {
        var id = Guid.Empty;
        await ChangeAsync(
            (s, council) =>
            {
                id = s.GetRequiredService<Outbox>()
                    .Post(
                        council,
                        caseId,
                        new(
                            kind,
                            "old@foster.example",
                            "Your application",
                            $"Good morning\nhttps://fostering.example/letters/{Key}\nhttps://fostering.example/staff/cases/{caseId}"
                        )
                    );
                var message = s.GetRequiredService<FosterDb>()
                    .ChangeTracker.Entries<OutboxMessage>()
                    .Single()
                    .Entity;
                message.State = state;
                if (state is OutboxState.Refused or OutboxState.SentAgain)
                    message.LastError = "The mail server refused this address (550).";
            }
        );
        return id;
    }

    private Task ChangeAsync(Action<IServiceProvider, Guid> change) =>
        Village.ChangeAsync(
            host,
            Council,
            (s, actor) =>
            {
                change(s, actor.CouncilId);
                return Task.CompletedTask;
            }
        );

    private Task<List<OutboxMessage>> RowsAsync(Guid caseId) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<OutboxMessage>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(m => m.CaseId == caseId)
                .ToListAsync()
        );

    public sealed class OnSqlite(QuietSqliteHost host)
        : MessagePagesTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : MessagePagesTests(host),
            IClassFixture<QuietPostgresHost>;
}
