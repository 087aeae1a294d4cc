namespace Foster.Web.Features.Enquiries;

/// <summary>Where they came from.</summary>
public sealed partial class Enquiry
{
    /// <summary>First and last touch (M-HUB-09); the campaigns where they came by a link of one.</summary>
    public EnquirySource? FirstSource { get; private set; }
    public EnquirySource? LastSource { get; private set; }
    public Guid? FirstCampaignId { get; private set; }
    public Guid? LastCampaignId { get; private set; }

    public void CameFrom(SourceTouch first, SourceTouch last)
    {
        (FirstSource, FirstCampaignId) = (first.Source, first.CampaignId);
        (LastSource, LastCampaignId) = (last.Source, last.CampaignId);
    }

    /// <summary>They had booked an event before. A link says more, and what they say themselves says less.</summary>
    public void HadBooked()
    {
        if (FirstCampaignId is null)
            FirstSource = EnquirySource.Event;
        if (LastCampaignId is null)
            LastSource = EnquirySource.Event;
    }

    /// <summary>They had asked to be asked again: the source of then stays the first (M-HUB-10).</summary>
    /// <param name="original">Null where nobody knows it.</param>
    public void CameBack(SourceTouch? original)
    {
        if (original is not null)
            (FirstSource, FirstCampaignId) = (original.Source, original.CampaignId);
        else if (FirstCampaignId is null)
            FirstSource = EnquirySource.PreviousEnquirer;
        if (LastCampaignId is null && LastSource is not EnquirySource.Event)
            LastSource = EnquirySource.PreviousEnquirer;
    }
}
