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

/// <summary>An enquiry that had ended goes on; what ran beside it goes on as well (T-ENQ-08, R-ENQ-11).</summary>
public sealed record EnquiryTakenUpAgain(Guid CaseId, Guid EnquiryId) : IEvent;

/// <summary>An enquiry has been taken; what the enquirer did before is joined to it (M-HUB-09).</summary>
/// <param name="Emails">The addresses that the applicants gave, by which it is found again.</param>
/// <param name="Telephones">Their numbers, likewise.</param>
/// <param name="Names">Their whole names: a number alone may be somebody else's.</param>
public sealed record EnquiryReceived(
    Guid CouncilId,
    Guid CaseId,
    Guid EnquiryId,
    IReadOnlyList<string> Emails,
    IReadOnlyList<string> Telephones,
    IReadOnlyList<string> Names,
    DateOnly On
) : IEvent;
