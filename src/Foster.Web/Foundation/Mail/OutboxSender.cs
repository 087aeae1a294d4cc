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
    IMailTransport mail,
    TextChannel texts,
    LondonClock clock,
    IOptions<MailOptions> options,
    ILogger<OutboxSender> log
) : Rounds(log)
{
    private static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private const int KeepTries = 30;
    private const int DueAtOnce = 200;
    private const int FirstWaitSeconds = 5;
    private const int LongestWaitSeconds = 900;

    /// <summary>Shorter, so that all is sent within 15 minutes of the server's return.</summary>
    private const int LongestAwaySeconds = 300;
    private readonly OutboxLane[] lanes =
    [
        new(
            MessageChannel.Email,
            OutboxMessage.ServerAway,
            Math.Max(1, options.Value.Connections),
            () => mail.Ready,
            mail.Open
        ),
        new(
            MessageChannel.Text,
            OutboxMessage.TextsAway,
            1,
            () => texts.IsOn,
            () => new TextLine(texts.Transport)
        ),
    ];
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
        var ready = lanes.Where(l => l.Ready).ToList();
        if (ready.Count == 0)
            return;
        await ShowLeftOpenAsync(ct);
        await Task.WhenAll(ready.Select(l => RoundAsync(l, ct)));
    }

    private async Task RoundAsync(OutboxLane lane, CancellationToken ct)
    {
        while (!lane.Outage.Rests(clock.Now))
        {
            var due = new ConcurrentQueue<Guid>(await DueAsync(lane, ct));
            if (due.IsEmpty)
                return;
            await Task.WhenAll(
                Enumerable.Range(0, lane.Connections).Select(_ => SendAsync(lane, due, ct))
            );
        }
    }

    private async Task<List<Guid>> DueAsync(OutboxLane lane, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var (now, channel) = (clock.Now, lane.Channel);
        return await Every(services.ServiceProvider.GetRequiredService<FosterDb>())
            .Where(m => m.State == OutboxState.Queued && m.Channel == channel && m.DueAt <= now)
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(DueAtOnce)
            .ToListAsync(ct);
    }

    private async Task SendAsync(OutboxLane lane, ConcurrentQueue<Guid> due, CancellationToken ct)
    {
        using var line = lane.Open();
        while (
            !ct.IsCancellationRequested
            && !lane.Outage.Rests(clock.Now)
            && due.TryDequeue(out var id)
        )
            await SendAsync(lane, line, id, ct);
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
    private async Task SendAsync(OutboxLane lane, IMailLine line, Guid id, CancellationToken ct)
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
        var words = services.ServiceProvider.GetRequiredService<OutboxWords>();
        if (!await words.CompleteAsync(next, ct))
        {
            next.ClaimedBy = null;
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
        Record(lane, next, delivery, error);
        await KeepAsync(db);
        if (delivery == Delivery.Accepted && lane.Outage.IsOver())
            await BringForwardAsync(lane, db);
    }

    /// <summary>What came of it is known only here: a database that is away for moments does not make a person decide.</summary>
    private static async Task KeepAsync(FosterDb db)
    {
        for (var tries = 1; ; tries++)
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (Exception e) when (tries < KeepTries && Outage.Is(e))
            {
                await Task.Delay(BetweenTries);
            }
    }

    private void Record(OutboxLane lane, OutboxMessage message, Delivery delivery, string? error)
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
                lane.Outage.Met(now);
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
    private async Task BringForwardAsync(OutboxLane lane, FosterDb db)
    {
        var (now, channel, away) = (clock.Now, lane.Channel, lane.Away);
        await Every(db)
            .Where(m =>
                m.State == OutboxState.Queued
                && m.Channel == channel
                && m.DueAt > now
                && m.LastError!.StartsWith(away)
            )
            .ExecuteUpdateAsync(u => u.SetProperty(m => m.DueAt, now), CancellationToken.None);
    }
}
