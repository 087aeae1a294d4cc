using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

public enum RenditionKind
{
    ApplicantCopy,
    PanelCopy,
}

/// <summary>A copy of the report as it was when it was shared: stored once, never changed (R-ASSESS-15).</summary>
public sealed class ReportRendition : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required int Revision { get; init; }
    public required RenditionKind Kind { get; init; }

    /// <summary>The documents as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Digest { get; init; }
    public required DateOnly StoredOn { get; init; }
}

/// <summary>What an applicant says to the report (R-ASSESS-12).</summary>
public sealed class ReportObservation : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required int Revision { get; init; }

    /// <summary>Empty where the applicant has nothing to add.</summary>
    public required string Text { get; init; }
    public required DateOnly SentOn { get; init; }

    /// <summary>The applicant, or the assessor who wrote it down for them.</summary>
    public required string RecordedBy { get; init; }
}
