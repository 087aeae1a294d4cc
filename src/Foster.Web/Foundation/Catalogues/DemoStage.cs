using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>
/// Where scenarios of the demonstration play: in its home council, at a time that is past, as somebody. What was posted
/// then went out then.
/// </summary>
public sealed class DemoStage(IServiceScopeFactory scopes)
{
    private const string Home = "HAR";

    /// <summary>Somebody of the public, without an account.</summary>
    public Task AsAnyoneAsync(
        DateOnly on,
        TimeOnly at,
        Func<IServiceProvider, Council, Actor, Task<Result>> act,
        CancellationToken ct
    ) =>
        DoAsync(
            on,
            at,
            (actors, _, council) => Task.FromResult<Actor?>(actors.Anyone(council.Id)),
            act,
            ct
        );

    /// <summary>Whoever holds a role; of several the first by name.</summary>
    public Task AsStaffAsync(
        Role role,
        DateOnly on,
        TimeOnly at,
        Func<IServiceProvider, Actor, Task<Result>> act,
        CancellationToken ct
    ) =>
        DoAsync(
            on,
            at,
            async (actors, db, council) =>
                await actors.EnterAsync(
                    await db.Set<RoleAssignment>()
                        .Where(r => r.CouncilId == council.Id && r.Role == role)
                        .Join(db.Users, r => r.AccountId, a => a.Id, (_, a) => a)
                        .OrderByDescending(a => a.DisplayName)
                        .Select(a => a.Id)
                        .FirstAsync(ct),
                    council.Id,
                    role,
                    ct
                ),
            (services, _, actor) => act(services, actor),
            ct
        );

    /// <summary>One account; nothing happens where the demonstration has no such person.</summary>
    public Task AsAsync(
        string signIn,
        Role role,
        DateOnly on,
        TimeOnly at,
        Func<IServiceProvider, Actor, Task<Result>> act,
        CancellationToken ct
    ) =>
        DoAsync(
            on,
            at,
            async (actors, db, council) =>
                await actors.EnterAsync(
                    await db
                        .Users.Where(a => a.UserName == signIn)
                        .Select(a => a.Id)
                        .FirstOrDefaultAsync(ct),
                    council.Id,
                    role,
                    ct
                ),
            (services, _, actor) => act(services, actor),
            ct
        );

    private async Task DoAsync(
        DateOnly on,
        TimeOnly at,
        Func<ActorSource, FosterDb, Council, Task<Actor?>> enter,
        Func<IServiceProvider, Council, Actor, Task<Result>> act,
        CancellationToken ct
    )
    {
        var then = London.ToUtc(on, at);
        TravelTime.MoveTo(then);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == Home, ct);
        var actors = services.GetRequiredService<ActorSource>();
        if (await enter(actors, db, council) is not { } actor)
            return;
        var result = await act(services, council, actor);
        if (!result.Ok)
            throw new InvalidOperationException($"{actor.Name}: {result.Reasons}");
        foreach (
            var message in await db.Set<OutboxMessage>()
                .Where(m => m.State == OutboxState.Queued && m.CouncilId == council.Id)
                .Where(m => m.CreatedAt == then)
                .ToListAsync(ct)
        )
            (message.State, message.SentAt) = (OutboxState.Sent, message.CreatedAt);
        await db.SaveChangesAsync(ct);
    }
}
