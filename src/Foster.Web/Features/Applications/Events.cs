using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Applications;

/// <summary>Every applicant has sent their part; the eight months run from this day.</summary>
public sealed record ApplicationSubmitted(Guid CaseId, Guid ApplicationId, DateOnly On) : IEvent;

/// <summary>The applicants have withdrawn; whoever holds open work of the case ends it.</summary>
public sealed record ApplicationWithdrawn(Guid CaseId, Guid ApplicationId, DateOnly On) : IEvent;

/// <summary>An applicant has taken a consent back; whoever holds open work about that check stops it (R-APP-05).</summary>
public sealed record ConsentWithdrawn(Guid CaseId, Guid PersonId, string CheckKey) : IEvent;

/// <summary>An applicant agrees after all to a check that they had refused or stopped; the work about it goes on.</summary>
public sealed record ConsentGivenAfterAll(Guid CaseId, Guid PersonId, string CheckKey) : IEvent;

/// <summary>The day is known on which the approval by the service that somebody moves from ends (R-TRF-01).</summary>
public sealed record OldApprovalEnds(Guid CaseId, string Service, DateOnly On) : IEvent;
