using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Applications;

/// <summary>Whether an applicant has an employer and a former partner whom the council asks as well (CHK-14, CHK-15).</summary>
public sealed class RefereeBackground : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required bool HasEmployer { get; set; }
    public required bool HasFormerPartner { get; set; }

    /// <summary>Why they should not be asked, such as safety; null where they may be.</summary>
    public string? EmployerReason { get; set; }
    public string? FormerPartnerReason { get; set; }
    public uint Version { get; set; }
}
