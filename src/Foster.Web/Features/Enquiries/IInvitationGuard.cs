using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>What stands elsewhere against inviting the people of an enquiry, of those who know it (R-VAL-09).</summary>
public interface IInvitationGuard
{
    /// <summary>Everything against it; nobody else gets past this until the act is saved.</summary>
    Task<IReadOnlyList<Refusal>> AgainstAsync(Guid caseId, CancellationToken ct);
}
