using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Clock;

/// <summary>Says who keeps a clock in a case that the role it is meant for cannot see.</summary>
public interface IClockHolder
{
    /// <summary>The duty that keeps it instead; null where the role itself does.</summary>
    Task<string?> InsteadOfAsync(Guid caseId, Role meant, CancellationToken ct);
}
