using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>Where an enquiry stands, in words for the enquirer.</summary>
/// <param name="Heading">What is going on.</param>
/// <param name="Next">What comes next and who does it.</param>
public sealed record EnquiryStory(string Heading, string Next)
{
    /// <param name="known">How it stands with a child whom they know; null for any other enquiry.</param>
    public static EnquiryStory Of(Enquiry enquiry, KnownChildStanding? known = null) =>
        enquiry.State switch
        {
            // Of somebody who fosters elsewhere now (R-ENQ-12).
            EnquiryState.Received when enquiry.CurrentService is not null => new(
                "We have your enquiry",
                "We call you and talk about how a move to us works. Please do not resign from the service you foster for."
            ),
            EnquiryState.Received => new(
                "We have your enquiry",
                "We contact you for a friendly chat. You do not need to do anything."
            ),
            EnquiryState.Contacted => new(
                "We have talked",
                "We send you our information about fostering. You do not need to do anything."
            ),
            EnquiryState.InfoSent => new(
                "Would you like to go on?",
                "Read what we sent you, then tell us by the link in that email. Take the time you need, and call us if you have a question."
            ),
            EnquiryState.EoiReceived => new(
                "You would like to go on",
                "We call you to arrange a visit to your home."
            ),
            EnquiryState.VisitScheduled => new(
                "We are coming to see you",
                enquiry.VisitAt is { } at
                    ? $"We visit you on {BritishTime.Long(at)}. It takes about 2 hours. If you have a partner who is enquiring with you, we need to see both of you."
                    : "We call you with the day of the visit."
            ),
            EnquiryState.VisitCompleted => new(
                "We have visited you",
                "We write to you with the outcome, and the reasons for it."
            ),
            EnquiryState.InvitedToApply => new(
                "You are invited to apply",
                "Follow the link in our invitation to make your account and begin. If you cannot find it, call us."
            ),
            EnquiryState.Declined => new(
                "Your enquiry is closed",
                "We have written to you with our reasons. If you are not happy with how we dealt with you, you can complain to the council."
            ),
            EnquiryState.Withdrawn => new(
                "You have withdrawn",
                "We will not contact you about this enquiry again. If you change your mind within 6 months, call us and we go on where we were."
            ),
            EnquiryState.NoContact => new(
                "Your enquiry is closed",
                "We tried to reach you several times and could not. Call us within 6 months and we go on where we were."
            ),
            EnquiryState.Duplicate => new(
                "You have another enquiry with us",
                "This one is closed, because we go on with the other one. Call us if you are not sure."
            ),
            EnquiryState.ReroutedConnected => Of(known),
            _ => new(
                "Another team goes on with you",
                "What you told us is private fostering, which another team of the council deals with. Call us and we put you through."
            ),
        };

    private static EnquiryStory Of(KnownChildStanding? known) =>
        known switch
        {
            { Withdrew: true } => new(
                "You have withdrawn",
                "We will not contact you about this again. If you change your mind, or the child may need you after all, call us."
            ),
            { IsOpen: false } => new(
                "What you asked us about is closed",
                "If you want to know more about it, or if something has changed for the child, call us."
            ),
            { Call: not null } => new(
                "You asked about a child you know",
                "The manager of our team calls you. You do not need to do anything."
            ),
            _ => new(
                "You asked about a child you know",
                "The manager of our team has talked with you, or is arranging to, and tells you what comes next."
            ),
        };
}
