using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>One enquiry was merged into another: how it stood before, so that it can stand so again (R-ENQ-14).</summary>
public sealed class EnquiryMerge : ICaseOwned, IVersioned
{
    /// <summary>Months in which a merge can be undone.</summary>
    public const int UndoMonths = 6;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The case of the one that was closed.</summary>
    public required Guid CaseId { get; init; }
    public required string Reference { get; init; }
    public required Guid KeptCaseId { get; init; }
    public required string KeptReference { get; init; }
    public required EnquiryState FromState { get; init; }
    public required bool WasCounted { get; init; }
    public NotCounted? WasNotCounted { get; init; }
    public Guid? WasCountedWith { get; init; }
    public EnquirySource? WasFirstSource { get; init; }
    public Guid? WasFirstCampaignId { get; init; }

    /// <summary>How the one that goes on stood in the numbers before.</summary>
    public required bool KeptCounted { get; init; }
    public NotCounted? KeptNotCounted { get; init; }
    public Guid? KeptCountedWith { get; init; }
    public EnquirySource? KeptFirstSource { get; init; }
    public Guid? KeptFirstCampaignId { get; init; }

    /// <summary>The one that goes on is counted in its place (M-OFS-03).</summary>
    public bool PassedCount { get; private set; }

    /// <summary>The ids of enquiries that counted with it, separated by a space.</summary>
    public string Followers { get; private set; } = "";

    /// <summary>The ids of the clocks that it stopped, separated by a space.</summary>
    public required string Clocks { get; init; }

    /// <summary>The ids of the entries on the nurture list that it ended, separated by a space.</summary>
    public string Nurtures { get; init; } = "";
    public required DateTime MergedAt { get; init; }
    public required DateOnly MergedOn { get; init; }
    public required Guid MergedById { get; init; }
    public required string MergedBy { get; init; }
    public DateTime? UndoneAt { get; private set; }
    public string? UndoneBy { get; private set; }
    public string? UndoReason { get; private set; }
    public uint Version { get; set; }

    public DateOnly LastDayToUndo => MergedOn.AddMonths(UndoMonths);

    public IReadOnlyList<Guid> StoppedClocks => Ids(Clocks);

    public IReadOnlyList<Guid> EndedNurtures => Ids(Nurtures);

    public IReadOnlyList<Guid> HadFollowers => Ids(Followers);

    public EnquiryCount Was =>
        new(WasCounted, WasNotCounted, WasCountedWith, WasFirstSource, WasFirstCampaignId);

    public EnquiryCount KeptWas =>
        new(KeptCounted, KeptNotCounted, KeptCountedWith, KeptFirstSource, KeptFirstCampaignId);

    /// <summary>What of the numbers it moved.</summary>
    public void Pass(bool count, IEnumerable<Guid> followers) =>
        (PassedCount, Followers) = (count, Written(followers));

    public static string Written(IEnumerable<Guid> ids) => string.Join(' ', ids);

    private static IReadOnlyList<Guid> Ids(string written) =>
        [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>Everything against undoing it on this day.</summary>
    public IReadOnlyList<Refusal> AgainstUndo(DateOnly today, string reason) =>
        [
            .. UndoneAt is null ? [] : new[] { new Refusal("This merge was undone already.") },
            .. today <= LastDayToUndo
                ? []
                : new[]
                {
                    new Refusal(
                        $"A merge can be undone for {UndoMonths} months. Take a new enquiry instead.",
                        "R-ENQ-14"
                    ),
                },
            .. ReasonRule.Against(reason),
        ];

    public void Undo(Actor actor, DateTime at, string reason) =>
        (UndoneAt, UndoneBy, UndoReason) = (at, actor.Name, reason.Trim());
}
