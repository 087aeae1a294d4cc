using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.People;

/// <summary>
/// Somebody lost what they show as a second step: one administrator asks for the reset, another one confirms it. It
/// belongs to the account and not to a council: of somebody who works for two, the administrators of either may see to it.
/// </summary>
public sealed class FactorReset : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose administrator asked.</summary>
    public required Guid CouncilId { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid AskedById { get; init; }
    public required string AskedBy { get; init; }
    public required DateTime AskedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public required string Reason { get; init; }
    public string? EndedBy { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>True when it was confirmed, false when it was withdrawn.</summary>
    public bool Confirmed { get; private set; }
    public uint Version { get; set; }

    public bool IsOpen(DateTime now) => EndedAt is null && ExpiresAt > now;

    /// <summary>Ends it by the hand of a second person; says everything that stands against that.</summary>
    public Result Confirm(Guid administrator, string name, DateTime now)
    {
        var against = new List<Refusal>();
        if (!IsOpen(now))
            against.Add(
                new Refusal("This request is no longer open. Ask for the reset again.", "R-SOD-07")
            );
        if (administrator == AskedById)
            against.Add(
                new Refusal(
                    "You asked for this reset, so another administrator confirms it.",
                    "R-SOD-07"
                )
            );
        if (administrator == AccountId)
            against.Add(new Refusal("Nobody resets their own second step.", "R-SOD-07"));
        if (against.Count > 0)
            return Result.Refused(against);
        (EndedBy, EndedAt, Confirmed) = (name, now, true);
        return Result.Done;
    }

    public void Withdraw(string name, DateTime now) => (EndedBy, EndedAt) = (name, now);
}
