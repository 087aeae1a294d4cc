using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>That another service approved an applicant, and when that ended (S3-07).</summary>
public sealed class PreviousApproval : ICaseOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required string ServiceName { get; init; }
    public required string ServiceAddress { get; init; }

    /// <summary>The day it ended or will end; null while that is not known.</summary>
    public DateOnly? EndedOn { get; set; }
    public required DateOnly RecordedOn { get; init; }

    /// <summary>Approved at any time in the twelve months before the application (R-TRF-05).</summary>
    public bool IsRecent(DateOnly appliedOn) =>
        EndedOn is not { } ended || ended >= appliedOn.AddMonths(-12);
}
