using Foster.Web.Features.Cases;
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

    /// <summary>The end is the one that a transfer brought, and follows it (R-TRF-01).</summary>
    public bool EndedByTransfer { get; set; }
    public required DateOnly RecordedOn { get; init; }

    /// <summary>Whether it is of the service of this name, however it is written.</summary>
    public bool IsBy(string service) => Person.Fold(ServiceName) == Person.Fold(service);

    /// <summary>Approved at any time in the twelve months before the application (R-TRF-05).</summary>
    public bool IsRecent(DateOnly appliedOn) => IsRecent(EndedOn, appliedOn);

    /// <summary>Whether one that ends on this day is of those twelve months; one that still runs is.</summary>
    public static bool IsRecent(DateOnly? endedOn, DateOnly appliedOn) =>
        endedOn is not { } ended || ended >= appliedOn.AddMonths(-12);
}
