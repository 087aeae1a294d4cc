using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>
/// Says that a case came from a row, so that the row comes once, whichever file it stands in. It holds nothing but keyed
/// digests and stays beside the tombstone when the case is erased: the file that brought somebody does not bring them
/// again after their record went (R-REC-06).
/// </summary>
public sealed class ImportedEnquiry : ICouncilOwned
{
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ImportId { get; init; }

    /// <summary>Of the reference of the other system; null where its column was not named.</summary>
    public string? ReferenceDigest { get; init; }
    public required string PersonDigest { get; init; }
    public required string DetailDigests { get; init; }

    public RowIdentity Identity => new(ReferenceDigest, PersonDigest, DetailDigests);
}

/// <summary>What a council keys the digests of rows with. Made with its first file, encrypted, and told to nobody.</summary>
public sealed class ImportSecret : ICouncilOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required string Secret { get; init; }
}
