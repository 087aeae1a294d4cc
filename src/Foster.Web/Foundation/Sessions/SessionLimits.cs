using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Sessions;

/// <summary>How long sessions last (section Sessions).</summary>
public sealed class SessionLimitOptions
{
    public const string Section = "Sessions";

    /// <summary>Minutes without a page after which staff are signed out.</summary>
    public int StaffIdleMinutes { get; set; } = 15;

    /// <summary>Hours after which staff sign in again whatever they do.</summary>
    public int StaffHours { get; set; } = 10;

    public int OthersIdleMinutes { get; set; } = 30;

    public int OthersHours { get; set; } = 12;

    /// <summary>Minutes for which a second factor counts as fresh where a page asks for one.</summary>
    public int FreshFactorMinutes { get; set; } = 10;
}

/// <summary>When a session ends by itself.</summary>
public sealed class SessionLimits(IOptions<SessionLimitOptions> options)
{
    private readonly SessionLimitOptions options = options.Value;

    /// <summary>How long before the end the person is warned.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(2);

    public TimeSpan Idle(bool staff) =>
        TimeSpan.FromMinutes(staff ? options.StaffIdleMinutes : options.OthersIdleMinutes);

    public TimeSpan Longest(bool staff) =>
        TimeSpan.FromHours(staff ? options.StaffHours : options.OthersHours);

    public TimeSpan Fresh => TimeSpan.FromMinutes(options.FreshFactorMinutes);

    /// <summary>The instant at which it runs out, if nothing more is asked for.</summary>
    public DateTime EndOf(Session session)
    {
        var staff = session.IsStaff || Actors.Roles.IsStaff(session.Role);
        var idle = session.LastSeenAt + Idle(staff);
        var longest = session.StartedAt + Longest(staff);
        return idle < longest ? idle : longest;
    }

    /// <summary>Whether the extension that the warning offers would help: not where the longest time is near.</summary>
    public bool MayExtend(Session session, DateTime now) =>
        session.StartedAt + Longest(session.IsStaff || Actors.Roles.IsStaff(session.Role))
        > now + Warning;
}
