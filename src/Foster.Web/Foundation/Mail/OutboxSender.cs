using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Mail;

/// <summary>Claims due messages one by one, sends them and records what came of it.</summary>
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
        while (await SendNextAsync(ct)) { }
    }

    /// <summary>A claim that a crash left open is shown to people and not blindly repeated.</summary>
    private async Task ShowLeftOpenAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var stale = clock.Now - ClaimLife;
        var left = await db.Set<OutboxMessage>()
            .IgnoreQueryFilters([FosterDb.CouncilFilter])
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

    /// <summary>Sends one due message. False when there is none.</summary>
    public async Task<bool> SendNextAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var now = clock.Now;
        var all = db.Set<OutboxMessage>().IgnoreQueryFilters([FosterDb.CouncilFilter]);
        var next = await all.Where(m => m.State == OutboxState.Queued && m.DueAt <= now)
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .FirstOrDefaultAsync(ct);
        if (next is null)
            return false;
        services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(next.CouncilId);
        next.State = OutboxState.Claimed;
        next.ClaimedBy = node;
        next.ClaimedAt = now;
        next.Attempts++;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return true;
        }
        var protection = services.ServiceProvider.GetRequiredService<IDataProtectionProvider>();
        if (!await HasWordsAsync(next, services.ServiceProvider, protection, ct))
        {
            (next.State, next.ClaimedBy) = (OutboxState.NotNeeded, null);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        var (delivery, error) = await transport.SendAsync(
            next,
            Outbox.BodyOf(next, protection),
            ct
        );
        next.LastError = error;
        next.ClaimedBy = null;
        switch (delivery)
        {
            case Delivery.Accepted:
                next.State = OutboxState.Sent;
                next.SentAt = clock.Now;
                break;
            case Delivery.RefusedForGood:
                next.State = OutboxState.Refused;
                break;
            default:
                next.State = OutboxState.Queued;
                next.DueAt = clock.Now.AddSeconds(
                    Math.Min(900, 5 * Math.Pow(2, Math.Min(next.Attempts, 10)))
                );
                break;
        }
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
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
