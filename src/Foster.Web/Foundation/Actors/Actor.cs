namespace Foster.Web.Foundation.Actors;

/// <summary>Who is acting, in which role, for which council. Passed to every operation, never ambient.</summary>
/// <param name="AccountId">The account; empty for the public, a link holder and the system.</param>
/// <param name="Name">The name that history keeps.</param>
/// <param name="PersonId">The person on record that this account or link belongs to, where there is one.</param>
public sealed record Actor(
    Guid AccountId,
    string Name,
    Role Role,
    Guid CouncilId,
    Guid? PersonId = null
)
{
    /// <summary>The person for whom the act is recorded, when the actor only writes it down.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Capabilities that are no role, such as intake officer, held by this account in this council.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

    /// <summary>All roles the account holds in this council: separation of duties looks at every one (R-SOD-12).</summary>
    public IReadOnlyList<Role> AllRoles { get; init; } = [Role];

    public bool Is(params ReadOnlySpan<Role> roles) => roles.Contains(Role);

    public bool Has(Capability capability) => Capabilities.Contains(capability);

    public static Actor System(Guid councilId) => new(Guid.Empty, "Foster", Role.System, councilId);

    public static Actor Anyone(Guid councilId) =>
        new(Guid.Empty, "Member of the public", Role.Anyone, councilId);

    /// <summary>Somebody who followed a link that was sent to them.</summary>
    public static Actor Holder(Guid councilId, string name, Guid? personId) =>
        new(Guid.Empty, name, Role.LinkHolder, councilId, personId);
}

/// <summary>Duties assigned by name in each council beside the roles (§11).</summary>
public enum Capability
{
    IntakeOfficer,
    ServiceManager,
    HeadOfService,
    NominatedOfficer,
    RecordsOfficer,
    ComplaintsManager,
}
