namespace Foster.Web.Features.Enquiries;

/// <summary>Says how a case stands on the track for carers of other services, which Applications keeps (R-ENQ-12).</summary>
public interface ITransferTrack
{
    /// <summary>What is on record of the move, in words for staff; null where none is open.</summary>
    Task<string?> WordsAsync(Guid caseId, CancellationToken ct);
}
