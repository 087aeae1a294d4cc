using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <summary>What panel says to the decision maker (R-PANEL-12).</summary>
public enum RecommendationOutcome
{
    Approve,
    NotApprove,
    Defer,
}

/// <summary>
/// Panel's recommendation on one item, with its reasons. Written once: a wrong one is followed by another, and the last
/// stands.
/// </summary>
public sealed class Recommendation : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ItemId { get; init; }
    public required RecommendationOutcome Outcome { get; init; }

    /// <summary>The day of the meeting, or the day of the deferral where the item did not get that far.</summary>
    public required DateOnly On { get; init; }
    public required string Reasons { get; init; }
    public ApprovalTerms? Terms { get; init; }

    /// <summary>Who saw it otherwise, by role and not by name.</summary>
    public string? Dissent { get; init; }

    /// <summary>For a deferral: why, by code; what is to be done; and when panel means to hear it again (R-PANEL-13).</summary>
    public string? DeferCode { get; init; }
    public string? Actions { get; init; }
    public DateOnly? TargetOn { get; init; }

    /// <summary>Who led panel, and how many members counted for the item.</summary>
    public Guid? HeadId { get; init; }
    public int MembersCounted { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid RecordedById { get; init; }
    public required string RecordedBy { get; init; }

    /// <summary>The entry that this one puts right, and why.</summary>
    public Guid? CorrectsId { get; init; }
    public string? CorrectionReason { get; init; }
}

/// <summary>What is to be read otherwise in signed minutes. Written once; the minutes stay as they were signed.</summary>
public sealed class MinutesCorrection : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ItemId { get; init; }
    public required string Text { get; init; }
    public required string Reason { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid RecordedById { get; init; }
    public required string RecordedBy { get; init; }
}

/// <summary>The written record of one item: what was said and the reasons (R-PANEL-07).</summary>
public sealed class Minutes : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ItemId { get; init; }
    public string Proceedings { get; private set; } = "";
    public string Reasons { get; private set; } = "";
    public string WrittenBy { get; private set; } = "";
    public Guid WrittenById { get; private set; }
    public DateOnly? FinalOn { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public string? SignedBy { get; private set; }
    public uint Version { get; set; }

    /// <summary>Saves the text; a final one waits for the chair's signature.</summary>
    public Result Write(string proceedings, string reasons, Guid byId, string by, DateOnly? finalOn)
    {
        if (SignedOn is not null)
            return Result.Refused("The minutes are signed and cannot be changed.", "R-PANEL-07");
        (Proceedings, Reasons, WrittenById, WrittenBy, FinalOn) = (
            proceedings.Trim(),
            reasons.Trim(),
            byId,
            by,
            finalOn
        );
        return Result.Done;
    }

    public Result Sign(string by, DateOnly on)
    {
        var against = new List<Refusal>();
        if (FinalOn is null)
            against.Add(
                new Refusal("The panel adviser has not marked the minutes as final.", "R-PANEL-07")
            );
        if (SignedOn is not null)
            against.Add(new Refusal("The minutes are signed already.", "R-PANEL-07"));
        if (FinalOn is { } final && on < final)
            against.Add(
                new Refusal("The minutes cannot be signed before they were final.", "R-VAL-04")
            );
        if (against.Count > 0)
            return Result.Refused(against);
        (SignedOn, SignedBy) = (on, by);
        return Result.Done;
    }
}
