using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Enquiries;

/// <summary>The team manager invites a household to apply; Applications opens a draft and sends the invitation.</summary>
public sealed record InvitedToApply(Guid CaseId, Guid EnquiryId, DateOnly On) : IEvent;

/// <summary>Somebody who fosters for another service now enquires; Applications puts the case on the transfer track (R-ENQ-12).</summary>
public sealed record ApprovedCarerEnquired(
    Guid CaseId,
    Guid EnquiryId,
    string Service,
    bool ChildrenPlaced,
    DateOnly On
) : IEvent;
