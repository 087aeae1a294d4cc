using System.Collections.Concurrent;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Features.Messages;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Messages;

/// <summary>Text messages beside e-mails, with a provider that accepts, fails and refuses. No mail server is set here.</summary>
public abstract class TextTests(FosterHost host, TextTests.Provider provider) : IAsyncLifetime
{
    private const string Council = "HAR";

    public Task InitializeAsync()
    {
        // By day and past every back-off of another test.
        host.Clock.Advance(TimeSpan.FromDays(1));
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        provider.Answer = (Delivery.Accepted, null);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Who_asked_for_texts_gets_one_beside_the_e_mail_and_it_stands_on_the_case()
    {
        var (caseId, to) = await PersonAsync("07700 900 982", wants: true);

        await PostAsync(caseId, to);
        var text = await UntilAsync(caseId, m => m?.State == OutboxState.Sent);

        Assert.Equal(("+447700900982", MessageChannel.Text), (text!.Recipient, text.Channel));
        var sent = Assert.Single(provider.Sent, s => s.Id == text.Id);
        Assert.Contains("we will visit you at home on", sent.Words, StringComparison.Ordinal);
        using var manager = await InAsync("manager@foster.example");
        var list = await manager.GetAsync(MessageLinks.Of(caseId));
        Assert.Equal(2, list.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("07700 900982", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_ask_gets_none_and_nothing_is_kept_of_it()
    {
        var (caseId, to) = await PersonAsync("07700 900 982", wants: false);

        await PostAsync(caseId, to);

        Assert.Null(await UntilAsync(caseId, m => m is null));
        Assert.Single(await AllAsync(caseId));
    }

    [Theory]
    [InlineData("0151 496 0123", "no UK mobile number")]
    [InlineData(null, "no telephone number on record")]
    public async Task A_broken_number_gets_no_text_and_the_case_says_why(string? number, string why)
    {
        var (caseId, to) = await PersonAsync(number, wants: true);
        await PostAsync(caseId, to);
        var text = await UntilAsync(caseId, m => m?.State == OutboxState.Refused);
        using var manager = await InAsync("manager@foster.example");

        var page = await manager.GetAsync(CaseLinks.Case(caseId));
        var one = await manager.GetAsync(MessageLinks.One(caseId, text!.Id));

        Assert.Contains("A text message could not be sent", page.Text, StringComparison.Ordinal);
        Assert.Contains(why, one.Text, StringComparison.Ordinal);
        var again = await manager.GetAsync(MessageLinks.Again(caseId, text.Id));
        var wrong = await again
            .Form("main form")
            .Fill("Mobile number", "0151 496 0123")
            .SubmitAsync();
        Assert.Equal(SendAgain.NoMobile, Assert.Single(wrong.ErrorSummary).Text);
        await wrong.Form("main form").Fill("Mobile number", "07700 900 456").SubmitAsync();
        await Until.HoldsAsync(async () =>
            (await AllAsync(caseId)).Exists(m =>
                m is { State: OutboxState.Sent, Recipient: "+447700900456" }
            )
        );
    }

    [Fact]
    public async Task A_provider_that_refuses_or_is_away_is_told_apart()
    {
        provider.Answer = (Delivery.RefusedForGood, "The number is not in use.");
        var (refused, to) = await PersonAsync("07700 900 111", wants: true);
        await PostAsync(refused, to);
        var gone = await UntilAsync(refused, m => m?.State == OutboxState.Refused);
        Assert.Equal(("The number is not in use.", 1), (gone!.LastError, gone.Attempts));

        provider.Answer = (Delivery.Away, OutboxMessage.TextsAway);
        var (waiting, other) = await PersonAsync("07700 900 222", wants: true);
        await PostAsync(waiting, other);
        await UntilAsync(waiting, m => m is { State: OutboxState.Queued, LastError: not null });
        provider.Answer = (Delivery.Accepted, null);
        host.Clock.Advance(TimeSpan.FromMinutes(15));

        var sent = await UntilAsync(waiting, m => m?.State == OutboxState.Sent);
        Assert.Single(provider.Sent.Where(s => s.Accepted), s => s.Id == sent!.Id);
    }

    [Fact]
    public async Task Applicants_choose_for_themselves_and_begin_without()
    {
        using var applicant = await InAsync("applicant@foster.example");
        var page = await applicant.GetAsync(ReminderLinks.Choices);

        Assert.False(page.Has("input[name=texts][checked]"));
        await page.Form("main form").Check("Also text me").SubmitAsync();

        page = await applicant.GetAsync(ReminderLinks.Choices);
        Assert.True(page.Has("input[name=texts][checked]"));
        await page.Form("main form").Uncheck("Also text me").SubmitAsync();
        Assert.False(
            (await applicant.GetAsync(ReminderLinks.Choices)).Has("input[name=texts][checked]")
        );
    }

    private async Task<HtmlVisitor> InAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    private async Task<(Guid CaseId, string To)> PersonAsync(string? number, bool wants)
    {
        var caseId = await Village.CaseAsync(
            host,
            Council,
            new(2026, 5, 1),
            ("Text", "Demo-Phone")
        );
        var name = $"text-{Guid.NewGuid():N}@people.example";
        var account = await Village.AccountAsync(host, Council, name, Role.ProspectiveCarer);
        await Village.ChangeAsync(
            host,
            Council,
            (s, actor) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var household = db.Set<Case>().Single(c => c.Id == caseId).HouseholdId;
                var id = db.Set<Membership>().Single(m => m.HouseholdId == household).PersonId;
                var person = db.Set<Person>().Single(p => p.Id == id);
                (person.Email, person.Telephone) = (name, number);
                db.Add(
                    new AccountLink
                    {
                        AccountId = account,
                        CouncilId = actor.CouncilId,
                        PersonId = id,
                    }
                );
                if (wants)
                    db.Add(
                        new TextChoice
                        {
                            AccountId = account,
                            ChosenAt = host.Clock.GetUtcNow().UtcDateTime,
                        }
                    );
                return Task.CompletedTask;
            }
        );
        return (caseId, name);
    }

    private Task PostAsync(Guid caseId, string to) =>
        Village.ChangeAsync(
            host,
            Council,
            async (s, actor) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId);
                s.GetRequiredService<Outbox>()
                    .Post(
                        actor.CouncilId,
                        caseId,
                        EnquiryEmail.VisitArranged(
                            to,
                            "Text",
                            "REF-1",
                            council,
                            host.Clock.GetUtcNow().UtcDateTime
                        )
                    );
            }
        );

    private Task<List<OutboxMessage>> AllAsync(Guid caseId) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<OutboxMessage>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(m => m.CaseId == caseId)
                .ToListAsync()
        );

    private async Task<OutboxMessage?> TextAsync(Guid caseId) =>
        (await AllAsync(caseId)).Find(m => m.Channel == MessageChannel.Text);

    private Task<OutboxMessage?> UntilAsync(Guid caseId, Func<OutboxMessage?, bool> holds) =>
        Until.FitsAsync(() => TextAsync(caseId), holds);

    /// <summary>Answers as the test says.</summary>
    public sealed class Provider : ITextTransport
    {
        public const string Name = "test";

        public ConcurrentQueue<(Guid Id, string Words, bool Accepted)> Sent { get; } = [];

        public (Delivery Delivery, string? Error) Answer { get; set; } = (Delivery.Accepted, null);

        string ITextTransport.Provider => Name;

        public Task<(Delivery Delivery, string? Error)> SendAsync(
            OutboxMessage message,
            string words,
            CancellationToken ct
        )
        {
            Sent.Enqueue((message.Id, words, Answer.Delivery is Delivery.Accepted));
            return Task.FromResult(Answer);
        }
    }

    private static readonly Dictionary<string, string> On = new()
    {
        ["Mail:Host"] = "",
        ["Mail:PollSeconds"] = "1",
        ["Texts:Provider"] = Provider.Name,
    };

    public sealed class OnSqlite(OnSqlite.Host host)
        : TextTests(host, host.Texts),
            IClassFixture<OnSqlite.Host>
    {
        public sealed class Host : SqliteDemoHost
        {
            public Provider Texts { get; } = new();

            protected override IReadOnlyDictionary<string, string> Settings => On;

            protected override void Replace(IServiceCollection services) =>
                services.AddSingleton<ITextTransport>(Texts);
        }
    }

    public sealed class OnPostgres(OnPostgres.Host host)
        : TextTests(host, host.Texts),
            IClassFixture<OnPostgres.Host>
    {
        public sealed class Host : PostgresDemoHost
        {
            public Provider Texts { get; } = new();

            protected override IReadOnlyDictionary<string, string> Settings => On;

            protected override void Replace(IServiceCollection services) =>
                services.AddSingleton<ITextTransport>(Texts);
        }
    }
}

/// <summary>Where no provider is named there are no texts, and one that nobody knows stops the start.</summary>
public sealed class TextSettingsTests
{
    [Fact]
    public void Texts_are_off_until_a_provider_is_named()
    {
        Assert.False(Channel("").IsOn);
        Assert.True(Channel(TextTests.Provider.Name).IsOn);
        var wrong = Assert.Throws<InvalidOperationException>(() => Channel("nobody"));
        Assert.Contains("no provider “nobody”", wrong.Message, StringComparison.Ordinal);
    }

    private static TextChannel Channel(string provider) =>
        new(
            [new TextTests.Provider()],
            Microsoft.Extensions.Options.Options.Create(new TextOptions { Provider = provider })
        );
}
