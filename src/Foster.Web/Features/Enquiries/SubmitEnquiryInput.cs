using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Enquiries;

/// <param name="ReceivedAt">When it arrived, in UTC; null means now. Staff may write down an earlier call.</param>
/// <param name="PrivacyNoticeVersion">The notice they acknowledged; null while they have not yet.</param>
/// <param name="CurrentService">The service for which they foster now; null for none (R-ENQ-12).</param>
/// <param name="ChildrenPlaced">Children are placed with them there now.</param>
/// <param name="Came">By which links they came here; null for without one (M-HUB-09).</param>
public sealed record SubmitEnquiryInput(
    Guid CouncilId,
    Channel Channel,
    DateTime? ReceivedAt,
    NewPerson Applicant,
    NewPerson? Partner,
    NewAddress? Address,
    IReadOnlyList<NewPerson> Household,
    int? SpareRooms,
    IReadOnlyList<string> Interests,
    bool KnowsChild,
    string? WhenToCall,
    string? HowHeard,
    bool Connected,
    string? ConnectionWithWhom,
    string? PrivacyNoticeVersion,
    string? AccessNeeds,
    bool ConsentToRecord = true,
    string? HouseholdNote = null,
    Guid? KeepWarmId = null,
    ReservedEnquiry? As = null,
    string? CurrentService = null,
    bool ChildrenPlaced = false,
    CameBy? Came = null
);

/// <summary>What was promised for an enquiry that was set aside: it keeps ids and reference when it is let in.</summary>
public sealed record ReservedEnquiry(
    Guid CaseId,
    Guid EnquiryId,
    Guid ApplicantId,
    string Reference
);

/// <summary>What somebody who enquired is told.</summary>
public sealed record SubmittedEnquiry(
    Guid CaseId,
    Guid EnquiryId,
    string Reference,
    DateOnly ContactDueOn,
    string TeamName,
    string Telephone,
    string OpeningHours,
    bool Restricted
)
{
    /// <summary>It had been recorded before, so that nothing was stored now.</summary>
    public bool Already { get; init; }
}
