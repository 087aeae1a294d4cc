using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Applications;

/// <summary>Every applicant has sent their part; the eight months run from this day.</summary>
public sealed record ApplicationSubmitted(Guid CaseId, Guid ApplicationId, DateOnly On) : IEvent;

/// <summary>The applicants have withdrawn; whoever holds open work of the case ends it.</summary>
public sealed record ApplicationWithdrawn(Guid CaseId, Guid ApplicationId, DateOnly On) : IEvent;

/// <summary>The day is known on which the approval by the service that somebody moves from ends (R-TRF-01).</summary>
public sealed record OldApprovalEnds(Guid CaseId, string Service, DateOnly On) : IEvent;
