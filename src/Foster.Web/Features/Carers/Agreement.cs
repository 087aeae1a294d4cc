using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Carers;

/// <summary>A version of the foster care agreement of a household, as it was handed out (R-AGR-02, R-AGR-03).</summary>
public sealed class Agreement : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public int Number { get; init; } = 1;

    /// <summary>Paragraphs separated by an empty line; those that begin with "# " are headings.</summary>
    public required string Text { get; init; }
    public required DateOnly IssuedOn { get; init; }
}

/// <summary>As what somebody signs.</summary>
public enum SignedAs
{
    Carer,
    Service,
}

/// <summary>A signature under an agreement.</summary>
public sealed class AgreementSignature : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid AgreementId { get; init; }
    public required SignedAs As { get; init; }

    /// <summary>For whom it stands: the carer's person, or the council.</summary>
    public required Guid PartyId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The name as it was typed.</summary>
    public required string Name { get; init; }
    public required DateOnly SignedOn { get; init; }
    public required DateTime SignedAt { get; init; }
}
