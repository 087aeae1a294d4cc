using static Foster.Web.Features.Enquiries.EnquiryState;

namespace Foster.Web.Features.Enquiries;

/// <summary>States and acts of an enquiry, as people read them.</summary>
public static partial class EnquiryMachine
{
    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(EnquiryState state) =>
        state switch
        {
            Received => "received and waiting for first contact",
            Contacted => "waiting for the information pack",
            InfoSent => "waiting for the expression of interest",
            EoiReceived => "waiting for a visit to be arranged",
            VisitScheduled => "waiting for the visit",
            VisitCompleted => "waiting for the outcome of the visit",
            EnquiryState.InvitedToApply => "invited to apply",
            Declined => "declined",
            Withdrawn => "withdrawn",
            NoContact => "closed without contact",
            Duplicate => "closed as a duplicate",
            ReroutedConnected => "moved to the road for family and friends",
            _ => "redirected to private fostering",
        };

    /// <summary>A state as a heading or status.</summary>
    public static string Title(EnquiryState state) =>
        state switch
        {
            Received => "New",
            Contacted => "Contacted",
            InfoSent => "Pack sent",
            EoiReceived => "Interest expressed",
            VisitScheduled => "Visit booked",
            VisitCompleted => "Visit done",
            EnquiryState.InvitedToApply => "Invited to apply",
            Declined => "Declined",
            Withdrawn => "Withdrawn",
            NoContact => "Closed, no contact",
            Duplicate => "Closed, duplicate",
            ReroutedConnected => "Family and friends",
            _ => "Private fostering",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(EnquiryVerb verb) =>
        verb switch
        {
            EnquiryVerb.LogContact => "log a contact",
            EnquiryVerb.LogAttempt => "log an attempt to call",
            EnquiryVerb.SendPack => "record the information pack",
            EnquiryVerb.ExpressInterest => "express an interest",
            EnquiryVerb.NameOfficer => "give an enquiry to an officer",
            EnquiryVerb.LookUp => "look into the case system",
            EnquiryVerb.RecordConcern => "record a concern",
            EnquiryVerb.ClearConcern => "let an enquiry go on after a concern",
            EnquiryVerb.NameAssessor => "name the assessor for the visit",
            EnquiryVerb.ChangeApplicants => "change whether somebody enquires alone",
            EnquiryVerb.AddToHousehold => "add somebody to the household",
            EnquiryVerb.ScheduleVisit => "arrange the visit",
            EnquiryVerb.RecordVisit => "record the visit",
            EnquiryVerb.Invite => "invite to apply",
            EnquiryVerb.Decline => "decline",
            EnquiryVerb.CloseNoContact => "close an enquiry without contact",
            EnquiryVerb.CloseDuplicate => "close an enquiry as a duplicate",
            EnquiryVerb.RerouteConnected => "move an enquiry to the road for family and friends",
            EnquiryVerb.RedirectPrivateFostering => "redirect an enquiry to private fostering",
            EnquiryVerb.TakeBack => "take an enquiry back into general recruitment",
            EnquiryVerb.Withdraw => "withdraw an enquiry",
            EnquiryVerb.UndoMerge => "undo a merge",
            _ => "reopen an enquiry",
        };
}
