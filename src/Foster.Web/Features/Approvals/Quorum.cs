using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <summary>One person asked to a meeting, as they count for one item.</summary>
/// <param name="Conflict">What they declared for the item; null where they have not.</param>
public sealed record Seat(
    Guid AccountId,
    string Name,
    PanelCapacity Capacity,
    bool IsIndependent,
    bool Present,
    bool? Conflict
)
{
    /// <summary>Present, and free of conflict by their own declaration.</summary>
    public bool Counts => Present && Conflict == false;

    public bool IsHead => Capacity is PanelCapacity.Chair or PanelCapacity.ViceChair;
}

/// <summary>Whether panel can recommend on an item (R-PANEL-05, R-VAL-11).</summary>
public static class Quorum
{
    public const int Alone = 5;
    public const int Joint = 6;

    public static int Needed(bool joint) => joint ? Joint : Alone;

    /// <summary>Everything that stands against it; empty when panel is quorate for the item.</summary>
    public static IReadOnlyList<Refusal> Against(IReadOnlyList<Seat> seats, bool joint)
    {
        var counted = seats.Where(s => s.Counts).ToList();
        var against = new List<Refusal>();
        var needed = Needed(joint);
        if (counted.Count < needed)
            against.Add(Refuse(TooFew(seats, counted.Count, needed, joint)));
        if (!counted.Any(s => s.IsHead))
            against.Add(Refuse("The chair or a vice-chair has to sit for this item."));
        if (!counted.Any(s => s.Capacity == PanelCapacity.SocialWorker))
            against.Add(
                Refuse("A social worker with three years' experience has to sit for this item.")
            );
        if (NeedsIndependent(counted))
            against.Add(
                Refuse("The vice-chair who sits is not independent, so another member has to be.")
            );
        return against;
    }

    /// <summary>Who leads panel for the item: the chair, else a vice-chair, an independent one first.</summary>
    public static Seat? Head(IEnumerable<Seat> seats) =>
        seats
            .Where(s => s.Counts && s.IsHead)
            .OrderBy(s => s.Capacity)
            .ThenByDescending(s => s.IsIndependent)
            .FirstOrDefault();

    private static bool NeedsIndependent(List<Seat> counted) =>
        Head(counted) is { Capacity: PanelCapacity.ViceChair, IsIndependent: false } head
        && !counted.Any(s => s != head && s.IsIndependent);

    private static string TooFew(IReadOnlyList<Seat> seats, int count, int needed, bool joint)
    {
        var absent = seats.Count(s => !s.Present);
        var conflicted = seats.Count(s => s is { Present: true, Conflict: true });
        var silent = seats.Count(s => s is { Present: true, Conflict: null });
        var why = new List<string>();
        if (absent > 0)
            why.Add($"{absent} absent");
        if (conflicted > 0)
            why.Add($"{conflicted} with a conflict of interest");
        if (silent > 0)
            why.Add($"{silent} who have not declared");
        return $"Panel is not quorate: {needed} members are needed{(joint ? " at a joint panel" : "")} and {count} count"
            + (why.Count == 0 ? "." : $" ({string.Join(", ", why)}).");
    }

    private static Refusal Refuse(string reason) => new(reason, "R-PANEL-05");
}
