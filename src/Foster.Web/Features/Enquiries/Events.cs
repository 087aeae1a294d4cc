using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Enquiries;

/// <summary>The team manager invites a household to apply; Applications opens a draft and sends the invitation.</summary>
public sealed record InvitedToApply(Guid CaseId, Guid EnquiryId, DateOnly On) : IEvent;

/// <summary>Somebody asks about a child whom they know; the family and friends team opens a case of its own (R-ENQ-11).</summary>
public sealed record AskedAboutKnownChild(Guid CaseId, Guid EnquiryId, DateOnly On) : IEvent;
