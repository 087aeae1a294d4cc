using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Sessions;

/// <summary>How somebody proved who they are when the session began.</summary>
public enum SignInWay
{
    Password,
    PasswordAndCode,
    PasswordAndRecoveryCode,
    PasswordAndPasskey,
    Passkey,
    SingleSignOn,
    Demonstration,
}

/// <summary>Somebody's being signed in on one device. The cookie holds a random key, this row its hash.</summary>
public sealed class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string KeyHash { get; set; }
    public required Guid AccountId { get; init; }

    /// <summary>Where and as what this person acts now; both may change while the session lasts.</summary>
    public required Guid CouncilId { get; set; }
    public required Role Role { get; set; }

    /// <summary>Whether the account held any staff role at the start: the shorter limits then hold.</summary>
    public required bool IsStaff { get; init; }
    public required SignInWay Way { get; init; }

    /// <summary>The device in words, such as Chrome on Windows.</summary>
    public required string Device { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>The last page asked for, written once a minute at most.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>When a second factor or a passkey was last shown in this session. No staff role acts without one.</summary>
    public DateTime? FactorAt { get; set; }

    /// <summary>When the person last proved who they are: at the start, or where a page asked them again.</summary>
    public required DateTime ConfirmedAt { get; set; }

    /// <summary>Set when somebody ended it. Running out is not written.</summary>
    public DateTime? EndedAt { get; set; }
}
