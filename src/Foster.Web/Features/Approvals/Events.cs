using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Approvals;

/// <summary>The decision maker has approved every applicant of a case; Carers opens the register.</summary>
public sealed record CarersApproved(Guid CaseId, Guid DecisionId, DateOnly On, ApprovalTerms Terms)
    : IEvent;
