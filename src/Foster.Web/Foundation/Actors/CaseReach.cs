namespace Foster.Web.Foundation.Actors;

/// <summary>
/// Which single cases a role may reach: applicants and carers their own, allocated workers theirs, panel members those
/// on their agenda. A feature offers one of these for each way to reach a case; the host adds them up.
/// </summary>
public interface ICaseReach
{
    /// <summary>The cases that this actor reaches by this way; empty when the way is not theirs.</summary>
    Task<IReadOnlyList<Guid>> ForAsync(Actor actor, CancellationToken ct);
}

/// <summary>Which cases are out of an actor's sight however wide their role: restricted ones and their own record.</summary>
public interface ICaseVeil
{
    Task<IReadOnlyList<Guid>> HiddenFromAsync(Actor actor, CancellationToken ct);
}

/// <summary>Says which person on record an account belongs to.</summary>
public interface IPersonOfAccount
{
    Task<Guid?> FindAsync(Guid accountId, Guid councilId, CancellationToken ct);
}
