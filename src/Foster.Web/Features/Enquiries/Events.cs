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

/// <summary>Somebody asks about a child whom they know; the family and friends team opens a case of its own (R-ENQ-11).</summary>
public sealed record AskedAboutKnownChild(Guid CaseId, Guid EnquiryId, DateOnly On) : IEvent;

/// <summary>An enquiry has been taken; what the enquirer did before is joined to it (M-HUB-09).</summary>
/// <param name="Email">The address they gave, by which it is found again.</param>
public sealed record EnquiryReceived(
    Guid CouncilId,
    Guid CaseId,
    Guid EnquiryId,
    string? Email,
    DateOnly On
) : IEvent;
