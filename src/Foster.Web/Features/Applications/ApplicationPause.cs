using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>Why an assessment rests (R-APP-06, R-APP-07).</summary>
public enum PauseReason
{
    Pregnancy,
    Bereavement,
    HouseMove,
    Unavailable,
    CoupleParted,
    Other,
}

/// <summary>
/// A time in which an application rests. It lies over the state and is none (§10.2), and no date moves for it: the eight
/// months run on (R-APP-07).
/// </summary>
public sealed class ApplicationPause : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ApplicationId { get; init; }
    public required PauseReason Reason { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day of it; null while it lasts.</summary>
    public DateOnly? To { get; private set; }
    public required string PausedBy { get; init; }
    public string? ResumedBy { get; private set; }
    public uint Version { get; set; }

    public bool IsOpen => To is null;

    /// <summary>It goes on again on a day: the day before was the last of the pause.</summary>
    public void Resume(DateOnly on, string by) =>
        (To, ResumedBy) = (on > From ? on.AddDays(-1) : From, by);

    /// <summary>
    /// How many days an application has taken, with its pauses and without them. Both ends are counted (R-APP-07).
    /// </summary>
    public static (int Gross, int Net) Days(
        DateOnly received,
        DateOnly until,
        IEnumerable<ApplicationPause> pauses
    )
    {
        var all = new Period(received, until < received ? received : until);
        var resting = pauses
            .Select(p => new Period(p.From, p.To).Common(all))
            .OfType<Period>()
            .Sum(p => p.Days!.Value);
        return (all.Days!.Value, all.Days.Value - resting);
    }
}
