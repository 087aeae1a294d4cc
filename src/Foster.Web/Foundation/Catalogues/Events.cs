using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>Something that happened in one feature and starts work in another.</summary>
public interface IEvent;

/// <summary>A feature's answer to another's event, run once inside the same transaction.</summary>
public interface IOn<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, Actor actor, CancellationToken ct);
}

/// <summary>Hands an event to every feature that listens. The caller saves afterwards, everything together.</summary>
public sealed class HandOver(IServiceProvider services)
{
    public async Task PublishAsync<TEvent>(TEvent happened, Actor actor, CancellationToken ct)
        where TEvent : IEvent
    {
        foreach (var handler in services.GetServices<IOn<TEvent>>())
            await handler.HandleAsync(happened, actor, ct);
    }
}
