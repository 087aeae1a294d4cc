using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Applications;

/// <summary>One person's consent to one check: which words, when, and when it was taken back (R-APP-05).</summary>
public sealed class Consent : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The check it is about, such as CHK-02.</summary>
    public required string CheckKey { get; init; }
    public required string WordingVersion { get; init; }

    /// <summary>False where the person refused.</summary>
    public required bool Given { get; init; }
    public required DateTime AnsweredAt { get; init; }
    public DateTime? WithdrawnAt { get; set; }
    public uint Version { get; set; }

    /// <summary>True while the check may be made.</summary>
    public bool IsLive => Given && WithdrawnAt is null;
}
