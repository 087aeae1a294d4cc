namespace Foster.Web.Foundation.Actors;

/// <summary>A role that an account holds in a council.</summary>
public sealed class RoleAssignment
{
    public required Guid AccountId { get; init; }
    public required Guid CouncilId { get; init; }
    public required Role Role { get; init; }
}

/// <summary>A capability that an account holds in a council.</summary>
public sealed class CapabilityHolder
{
    public required Guid AccountId { get; init; }
    public required Guid CouncilId { get; init; }
    public required Capability Capability { get; init; }
}
