namespace Foster.Web.Features.Enquiries;

/// <summary>How an enquiry stands in the numbers, as a merge remembers it.</summary>
public sealed record EnquiryCount(
    bool Counted,
    NotCounted? Why,
    Guid? With,
    EnquirySource? FirstSource,
    Guid? FirstCampaignId
);

/// <summary>Whether it is one more in the numbers, and with which it counts where it is none (M-OFS-03).</summary>
public sealed partial class Enquiry
{
    /// <summary>One household is one enquiry in the numbers; what is not counted is kept all the same.</summary>
    public bool Counted { get; private set; } = true;
    public NotCounted? NotCounted { get; private set; }

    /// <summary>The case of the enquiry that was counted for this household: what becomes of this one is counted there.</summary>
    public Guid? CountsWith { get; private set; }

    /// <summary>Kept, and no enquiry more in the numbers.</summary>
    public void DoNotCount(NotCounted why, Guid? with = null) =>
        (Counted, NotCounted, CountsWith) = (false, why, with);

    /// <summary>The one it counts with gave its place to another.</summary>
    public void CountWith(Guid? caseId) => CountsWith = caseId;

    /// <summary>Is counted instead of another one of the household, whose first touch was the earlier one (M-HUB-09).</summary>
    public void CountInPlaceOf(Enquiry other)
    {
        (Counted, NotCounted, CountsWith) = (true, null, null);
        if (
            other.ReceivedAt <= ReceivedAt
            && other.FirstSource is { } source
            && source is not EnquirySource.Unknown
        )
            (FirstSource, FirstCampaignId) = (source, other.FirstCampaignId);
    }

    /// <summary>Stands in the numbers as it did.</summary>
    internal void CountAs(EnquiryCount was)
    {
        (Counted, NotCounted, CountsWith) = (was.Counted, was.Why, was.With);
        (FirstSource, FirstCampaignId) = (was.FirstSource, was.FirstCampaignId);
    }
}
