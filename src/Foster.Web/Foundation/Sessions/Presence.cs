using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Sessions;

/// <summary>Who is behind this request: their session and what the account holds at this moment.</summary>
/// <param name="Roles">Every role of the account in the council in which it acts.</param>
/// <param name="EndsAt">When the session runs out, if nothing more is asked for.</param>
public sealed record Presence(
    Session Session,
    string SignInName,
    string DisplayName,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<Capability> Capabilities,
    DateTime EndsAt
)
{
    /// <summary>
    /// A staff role without a second factor in this session: only the pages that set one up or ask for one are open.
    /// </summary>
    public bool IsUnproven => Session.Role.IsStaff() && Session.FactorAt is null;
}

/// <summary>The cookie leads to a session that has ended, whose owner may come back to what they were doing.</summary>
public sealed record EndedSession(Session Session, string SignInName);

/// <summary>The role of this session has become another one, so that its holder is led to a new start page.</summary>
public sealed record NewRole(Role Role);

/// <summary>Marks a page that may be open before a second factor is set up or shown.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToUnprovenAttribute : Attribute;

/// <summary>Marks a page whose being asked for is no sign of life: it neither prolongs the session nor writes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QuietAttribute : Attribute;

/// <summary>
/// Marks a page that asks for a second factor shown within the last minutes, whatever the role: exports, roles, bank and
/// criminal detail. Accounts without a second factor show their password.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshFactorAttribute : Attribute;
