using System.Collections.Concurrent;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Mail;

/// <summary>
/// Claims due messages one by one on several connections, sends them and records what came of it. While the mail server is
/// away one of them tries now and then, and the first that goes out brings forward all that waited for it.
/// </summary>
public sealed class OutboxSender(
    IServiceScopeFactory scopes,
    OutboxBell bell,
    IMailTransport transport,
    LondonClock clock,
    IOptions<MailOptions> options,
    ILogger<OutboxSender> log
) : Rounds(log)
{
    private static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(5);
    private const int DueAtOnce = 200;
    private const int FirstWaitSeconds = 5;
    private const int LongestWaitSeconds = 900;

    /// <summary>Shorter, so that all is sent within 15 minutes of the server's return.</summary>
    private const int LongestAwaySeconds = 300;
    private readonly int connections = Math.Max(1, options.Value.Connections);
    private readonly MailOutage outage = new(Math.Max(1, options.Value.Connections));
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}";
    private bool hasBegun;

    /// <summary>What a former process left is sent at once.</summary>
    protected override Task WaitAsync(CancellationToken ct)
    {
        if (hasBegun)
            return bell.WaitAsync(TimeSpan.FromSeconds(options.Value.PollSeconds), ct);
        hasBegun = true;
        return Task.CompletedTask;
    }

    public override async Task RoundAsync(CancellationToken ct)
    {
        if (!transport.Ready)
            return;
        await ShowLeftOpenAsync(ct);
        while (!outage.Rests(clock.Now))
        {
            var due = new ConcurrentQueue<Guid>(await DueAsync(ct));
            if (due.IsEmpty)
                return;
            await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => SendAsync(due, ct)));
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var now = clock.Now;
        return await Every(services.ServiceProvider.GetRequiredService<FosterDb>())
            .Where(m => m.State == OutboxState.Queued && m.DueAt <= now)
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(DueAtOnce)
            .ToListAsync(ct);
    }

    private async Task SendAsync(ConcurrentQueue<Guid> due, CancellationToken ct)
    {
        using var line = transport.Open();
        while (
            !ct.IsCancellationRequested && !outage.Rests(clock.Now) && due.TryDequeue(out var id)
        )
            await SendAsync(id, line, ct);
    }

    private static IQueryable<OutboxMessage> Every(FosterDb db) =>
        db.Set<OutboxMessage>().IgnoreQueryFilters([FosterDb.CouncilFilter]);

    /// <summary>A claim that a crash left open is shown to people and not blindly repeated.</summary>
    private async Task ShowLeftOpenAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var stale = clock.Now - ClaimLife;
        var left = await Every(db)
            .Where(m => m.State == OutboxState.Claimed && m.ClaimedAt < stale)
            .ToListAsync(ct);
        foreach (var message in left)
        {
            services
                .ServiceProvider.GetRequiredService<CouncilScope>()
                .EnterCouncil(message.CouncilId);
            message.State = OutboxState.Unknown;
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Sends one message, unless another connection or node has it.</summary>
    private async Task SendAsync(Guid id, IMailLine line, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var next = await Every(db)
            .SingleOrDefaultAsync(m => m.Id == id && m.State == OutboxState.Queued, ct);
        if (next is null)
            return;
        services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(next.CouncilId);
        next.State = OutboxState.Claimed;
        next.ClaimedBy = node;
        next.ClaimedAt = clock.Now;
        next.Attempts++;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return;
        }
        var protection = services.ServiceProvider.GetRequiredService<IDataProtectionProvider>();
        if (!await HasWordsAsync(next, services.ServiceProvider, protection, ct))
        {
            (next.State, next.ClaimedBy) = (OutboxState.NotNeeded, null);
            await db.SaveChangesAsync(CancellationToken.None);
            return;
        }
        // What is on its way when the program ends gets a moment more, or a person would have to decide about it.
        using var end = new CancellationTokenSource();
        await using var ending = ct.Register(() => end.CancelAfter(LastMoments));
        var (delivery, error) = await line.SendAsync(
            next,
            Outbox.BodyOf(next, protection),
            end.Token
        );
        Record(next, delivery, error);
        await db.SaveChangesAsync(CancellationToken.None);
        if (delivery == Delivery.Accepted && outage.IsOver())
            await BringForwardAsync(db);
    }

    private void Record(OutboxMessage message, Delivery delivery, string? error)
    {
        var now = clock.Now;
        message.LastError = error;
        message.ClaimedBy = null;
        switch (delivery)
        {
            case Delivery.Accepted:
                (message.State, message.SentAt) = (OutboxState.Sent, now);
                break;
            case Delivery.RefusedForGood:
                message.State = OutboxState.Refused;
                break;
            case Delivery.Away:
                outage.Met(now);
                Again(LongestAwaySeconds);
                break;
            default:
                Again(LongestWaitSeconds);
                break;
        }

        void Again(int longest)
        {
            message.State = OutboxState.Queued;
            message.DueAt = now.AddSeconds(
                Math.Min(longest, FirstWaitSeconds * Math.Pow(2, Math.Min(message.Attempts, 10)))
            );
        }
    }

    /// <summary>The server takes mail again: whatever waited for that alone is due.</summary>
    private async Task BringForwardAsync(FosterDb db)
    {
        var now = clock.Now;
        await Every(db)
            .Where(m =>
                m.State == OutboxState.Queued
                && m.DueAt > now
                && m.LastError!.StartsWith(OutboxMessage.ServerAway)
            )
            .ExecuteUpdateAsync(u => u.SetProperty(m => m.DueAt, now), CancellationToken.None);
    }

    /// <summary>Finds the words of a message that gets them only now. False where there is nothing left to say.</summary>
    private static async Task<bool> HasWordsAsync(
        OutboxMessage message,
        IServiceProvider services,
        IDataProtectionProvider protection,
        CancellationToken ct
    )
    {
        var late = services.GetServices<ILateWords>().FirstOrDefault(w => w.Kind == message.Kind);
        if (late is null)
            return true;
        if (await late.FindAsync(message, ct) is not { } words)
            return false;
        message.Subject = words.Subject;
        message.Body = Outbox.Protected(words.Body, protection);
        return true;
    }
}
