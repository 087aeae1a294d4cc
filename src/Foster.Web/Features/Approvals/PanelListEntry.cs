using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <summary>In which capacity somebody sits on panel.</summary>
public enum PanelCapacity
{
    Chair,
    ViceChair,
    SocialWorker,
    Independent,
    Other,
}

/// <summary>Somebody on the central list, from when to when (R-PANEL-01).</summary>
public sealed class PanelListEntry : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid AccountId { get; init; }
    public required PanelCapacity Capacity { get; init; }

    /// <summary>Neither councillor nor employee of the service, nor its carer, nor a relative of one.</summary>
    public required bool IsIndependent { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day on the list; set by notice.</summary>
    public DateOnly? To { get; private set; }
    public DateOnly? NoticeOn { get; private set; }

    /// <summary>True where the member gave the notice, false where the service did.</summary>
    public bool? NoticeByMember { get; private set; }
    public string? NoticeReason { get; private set; }
    public uint Version { get; set; }

    public bool IsListedOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Either side ends the listing by a month's written notice; the service says why (R-PANEL-02).</summary>
    public Result GiveNotice(DateOnly on, DateOnly lastDay, bool byMember, string? reason)
    {
        var against = new List<Refusal>();
        if (NoticeOn is not null)
            against.Add(new Refusal("Notice has already been given.", "R-PANEL-02"));
        if (on < From)
            against.Add(
                new Refusal("Notice cannot be given before the listing began.", "R-VAL-04", "on")
            );
        if (!byMember)
            against.AddRange(Reasons.Against(reason));
        if (against.Count > 0)
            return Result.Refused(against);
        (NoticeOn, To, NoticeByMember, NoticeReason) = (on, lastDay, byMember, reason?.Trim());
        return Result.Done;
    }
}

/// <summary>What is asked of every reason that stands in a record.</summary>
public static class Reasons
{
    /// <summary>Too short a reason, beside its field (R-VAL-06).</summary>
    public static IReadOnlyList<Refusal> Against(string? reason, string field = "reasons") =>
        ReasonRule.Against(reason, field);
}
