using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Mail;

/// <summary>A mail server in every mood: nothing is lost, nobody is told twice but by a lost acknowledgement.</summary>
public abstract class OutboxTests(FosterHost host) : IAsyncLifetime
{
    public Task InitializeAsync()
    {
        host.Clock.Advance(TimeSpan.FromHours(1));
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        host.Mail.Manner = SmtpManner.Accepts;
        host.Mail.ComeBack();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_refused_address_is_tried_once_and_says_why()
    {
        var to = Address();
        host.Mail.Treat(to, SmtpManner.Refuses(550));
        var id = await PostAsync(to);

        await UntilAsync(id, m => m.State == OutboxState.Refused);
        host.Clock.Advance(TimeSpan.FromHours(24));
        await WellAsync();

        var message = await ReadAsync(id);
        Assert.Equal((OutboxState.Refused, 1), (message.State, message.Attempts));
        Assert.Equal("The mail server refused this address (550).", message.LastError);
    }

    [Theory]
    [InlineData(SmtpStage.Connect, 554)]
    [InlineData(SmtpStage.Connect, 550)]
    [InlineData(SmtpStage.Hello, 550)]
    [InlineData(SmtpStage.Recipient, 450)]
    [InlineData(SmtpStage.Recipient, 530)]
    public async Task Who_is_not_let_in_or_told_to_wait_tries_again(SmtpStage stage, int code)
    {
        host.Mail.Manner = SmtpManner.Refuses(code, at: stage);
        var to = Address();
        var id = await PostAsync(to);

        var waiting = await UntilAsync(id, m => m.LastError is not null);
        Assert.Equal(OutboxState.Queued, waiting.State);
        host.Mail.Manner = SmtpManner.Accepts;
        host.Clock.Advance(TimeSpan.FromMinutes(15));

        await SentAsync([id]);
        Assert.Single(host.Mail.To(to));
    }

    [Fact]
    public async Task A_message_that_is_refused_by_itself_is_refused_for_good()
    {
        var to = Address();
        host.Mail.Treat(to, SmtpManner.Refuses(554, at: SmtpStage.Message));
        var id = await PostAsync(to);

        var refused = await UntilAsync(id, m => m.State == OutboxState.Refused);

        Assert.Equal(1, refused.Attempts);
    }

    [Fact]
    public async Task A_server_that_hangs_or_drops_gets_the_message_once_it_is_well()
    {
        foreach (var manner in new[] { SmtpManner.Hangs(), SmtpManner.Drops() })
        {
            var to = Address();
            host.Mail.Manner = manner;
            var id = await PostAsync(to);
            await UntilAsync(id, m => m.State == OutboxState.Queued && m.Attempts == 1);
            await WellAsync();
            await UntilAsync(id, m => m.State == OutboxState.Sent);
            Assert.Single(host.Mail.To(to));
        }
    }

    [Fact]
    public async Task A_lost_acknowledgement_repeats_the_message_with_the_same_id()
    {
        var to = Address();
        host.Mail.Manner = SmtpManner.Drops(SmtpStage.Kept);
        var id = await PostAsync(to);
        await UntilAsync(id, m => m.State == OutboxState.Queued && m.Attempts == 1);

        await WellAsync();
        await UntilAsync(id, m => m.State == OutboxState.Sent);

        var ids = host.Mail.To(to).Select(m => m.Header("Message-ID")).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Equal($"<{id:N}@foster>", Assert.Single(ids.Distinct()));
    }

    [Fact]
    public async Task A_slow_server_is_spoken_to_on_several_connections_and_each_message_goes_once()
    {
        await WellAsync();
        host.Mail.Clear();
        host.Mail.Manner = SmtpManner.Slow(TimeSpan.FromMilliseconds(250));
        var to = Enumerable.Range(0, 24).Select(_ => Address()).ToList();

        await PostAsync([.. to]);
        await host.Mail.WaitAsync(24, m => to.Exists(m.IsFor));

        Assert.True(host.Mail.MostAtOnce > 1);
        await WellAsync();
        Assert.All(to, t => Assert.Single(host.Mail.To(t)));
    }

    [Fact]
    public async Task After_72_hours_without_a_server_everything_follows_within_15_minutes()
    {
        await WellAsync();
        await host.Mail.GoAwayAsync();
        var to = Enumerable.Range(0, 30).Select(_ => Address()).ToList();
        var ids = await PostAsync([.. to]);
        await TriedMoreThanAsync(ids, 0);
        await AllAsync(ids, OutboxState.Queued);
        for (var hours = 0; hours < 72; hours += 12)
        {
            var before = await TriesAsync(ids);
            host.Clock.Advance(TimeSpan.FromHours(12));
            await PassAsync(async () => await TriesAsync(ids) > before);
        }

        host.Mail.ComeBack();
        var back = host.Clock.GetUtcNow();
        await SentAsync(ids);

        Assert.True(host.Clock.GetUtcNow() - back < TimeSpan.FromMinutes(15));
        Assert.All(to, t => Assert.Single(host.Mail.To(t)));
    }

    [Fact]
    public async Task A_long_queue_is_not_tried_message_by_message_while_the_server_is_away()
    {
        await WellAsync();
        host.Mail.Manner = SmtpManner.Drops(SmtpStage.Connect);
        var before = host.Mail.Connections;
        var ids = await PostAsync([.. Enumerable.Range(0, 60).Select(_ => Address())]);
        await TriedMoreThanAsync(ids, 3);
        await Task.Delay(TimeSpan.FromSeconds(2));

        Assert.InRange(host.Mail.Connections - before, 4, 12);
        await WellAsync();
        await SentAsync(ids);
    }

    /// <summary>The server takes everything again, and what waited for it is sent.</summary>
    private async Task WellAsync()
    {
        host.Mail.Manner = SmtpManner.Accepts;
        var to = Address();
        await PostAsync(to);
        await PassAsync(() => Task.FromResult(host.Mail.To(to).Count > 0));
    }

    /// <summary>
    /// Time goes on until it is so: what was under way when the clock moved fails at the new hour and rests from there.
    /// </summary>
    private Task PassAsync(Func<Task<bool>> isSo) =>
        Until.HoldsAsync(() =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            return isSo();
        });

    /// <summary>The same until all of these are sent. While one is on its way a busy machine's time is not the clock's.</summary>
    private Task SentAsync(List<Guid> ids) =>
        Until.HoldsAsync(async () =>
        {
            var all = await ReadAsync(ids);
            if (!all.Exists(m => m.State == OutboxState.Claimed))
                host.Clock.Advance(TimeSpan.FromSeconds(2));
            return all.TrueForAll(m => m.State == OutboxState.Sent);
        });

    private static string Address() => $"{Guid.NewGuid():N}@foster.example";

    private async Task<Guid> PostAsync(string to) => (await PostAsync([to]))[0];

    private Task<List<Guid>> PostAsync(string[] to) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().Select(c => c.Id).FirstAsync();
            s.GetRequiredService<CouncilScope>().EnterCouncil(council);
            var outbox = s.GetRequiredService<Outbox>();
            var ids = to.Select(t =>
                    outbox.Post(council, null, new("account.enabled", t, "Hello", "Words"))
                )
                .ToList();
            await db.SaveChangesAsync();
            return ids;
        });

    private async Task<OutboxMessage> ReadAsync(Guid id) => (await ReadAsync([id]))[0];

    private Task<List<OutboxMessage>> ReadAsync(List<Guid> ids) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<OutboxMessage>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(m => ids.Contains(m.Id))
                .ToListAsync()
        );

    private async Task<int> TriesAsync(List<Guid> ids) =>
        (await ReadAsync(ids)).Sum(m => m.Attempts);

    private Task<OutboxMessage> UntilAsync(Guid id, Func<OutboxMessage, bool> holds) =>
        Until.FitsAsync(() => ReadAsync(id), holds);

    private Task<List<OutboxMessage>> AllAsync(List<Guid> ids, OutboxState state) =>
        Until.FitsAsync(() => ReadAsync(ids), all => all.TrueForAll(m => m.State == state));

    private Task<int> TriedMoreThanAsync(List<Guid> ids, int tries) =>
        Until.FitsAsync(() => TriesAsync(ids), now => now > tries);

    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Mail:TimeoutSeconds"] = "20",
        ["Mail:Connections"] = "4",
    };

    public sealed class OnSqlite(OnSqlite.Host host)
        : OutboxTests(host),
            IClassFixture<OnSqlite.Host>
    {
        public sealed class Host : SqliteDemoHost
        {
            protected override IReadOnlyDictionary<string, string> Settings => Impatient;
        }
    }

    public sealed class OnPostgres(OnPostgres.Host host)
        : OutboxTests(host),
            IClassFixture<OnPostgres.Host>
    {
        public sealed class Host : PostgresDemoHost
        {
            protected override IReadOnlyDictionary<string, string> Settings => Impatient;
        }
    }
}
