using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Carers;

/// <summary>
/// A row of the register of foster carers (R-REG-01). It is never changed: a correction is a further row that names
/// the one it replaces and says why (R-REG-03).
/// </summary>
public sealed class RegisterEntry : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ApprovalId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The row that this one replaces; null for the first.</summary>
    public Guid? ReplacesId { get; init; }
    public required string Name { get; init; }
    public required string Address { get; init; }
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>Null while it is not known.</summary>
    public string? Sex { get; init; }
    public required DateOnly ApprovedOn { get; init; }
    public required string Terms { get; init; }
    public required DateOnly EnteredOn { get; init; }
    public required string EnteredBy { get; init; }

    /// <summary>Why the earlier row was wrong; null for the first.</summary>
    public string? Reason { get; init; }
}
