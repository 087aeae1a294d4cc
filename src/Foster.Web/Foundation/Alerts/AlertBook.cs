using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Alerts;

/// <summary>What an alert says.</summary>
/// <param name="Key">One alert for each key, however often it is raised.</param>
public sealed record AlertNote(string Kind, string Key, string Text);

/// <summary>Raises alerts: a row on the administrators' page, and a message to each of them.</summary>
public sealed class AlertBook(IServiceScopeFactory scopes, LondonClock clock)
{
    public static readonly MailTemplate Words = MailTemplate.Unchanging(
        "alert.",
        "Alert",
        "Administrators, when something is wrong that they have to look at",
        "The program says what is wrong, each time something else."
    );

    /// <summary>Raises an alert for a council; for all of them where it belongs to none.</summary>
    public async Task RaiseAsync(Guid councilId, AlertNote note, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var known = await db.Set<Council>().Select(c => c.Id).ToListAsync(ct);
        foreach (var council in known.Where(c => councilId == Guid.Empty || c == councilId))
            await RaiseOneAsync(council, note, ct);
    }

    /// <summary>Writes down that a sign-in failed; the watch counts them.</summary>
    public async Task SignInFailedAsync(Guid? accountId, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        db.Add(new FailedSignIn { AccountId = accountId, At = clock.Now });
        await db.SaveChangesAsync(ct);
    }

    private async Task RaiseOneAsync(Guid councilId, AlertNote note, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var provider = services.ServiceProvider;
        provider.GetRequiredService<CouncilScope>().EnterCouncil(councilId);
        var db = provider.GetRequiredService<FosterDb>();
        if (await db.Set<Alert>().AnyAsync(a => a.Key == note.Key, ct))
            return;
        db.Add(
            new Alert
            {
                CouncilId = councilId,
                Kind = note.Kind,
                Key = note.Key,
                Text = note.Text,
                RaisedAt = clock.Now,
            }
        );
        var outbox = provider.GetRequiredService<Outbox>();
        var links = provider.GetRequiredService<Links>();
        var addresses = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Users on r.AccountId equals a.Id
            where r.CouncilId == councilId && r.Role == Role.Administrator && !a.IsDisabled
            select a.Email
        ).ToListAsync(ct);
        foreach (var address in addresses.OfType<string>().Distinct())
            outbox.Post(
                councilId,
                null,
                Words.Say(
                    address,
                    "Foster: something needs you to look at it",
                    $"{note.Text}\n\nSee the alerts: {links.Absolute("/admin/alerts")}\n",
                    Words.Key + note.Kind
                )
            );
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another node raised it in the same moment; its key is unique.
            db.ChangeTracker.Clear();
            if (!await db.Set<Alert>().AnyAsync(a => a.Key == note.Key, ct))
                throw;
        }
    }
}
