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

    /// <summary>
    /// They had booked before. The link that brought them to the booking is the first touch, and the last too where they
    /// came by none since. Without one an event is where they came from; a time for a call is asked for by people who came
    /// from somewhere else. What they say themselves says less.
    /// </summary>
    /// <param name="came">The link; null where they came without one.</param>
    public void HadBooked(SourceTouch? came, bool anEvent)
    {
        if (came is not null)
            (FirstSource, FirstCampaignId) = (came.Source, came.CampaignId);
        else if (anEvent && FirstCampaignId is null)
            FirstSource = EnquirySource.Event;
        if (LastCampaignId is not null)
            return;
        if (anEvent)
            LastSource = EnquirySource.Event;
        else if (came is not null)
            (LastSource, LastCampaignId) = (came.Source, came.CampaignId);
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
