using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>Where a family stands that asked about a child whom they know, as far as they are told.</summary>
/// <param name="CanWithdraw">They can say by their link that they do not want to go on.</param>
/// <param name="Withdrew">They have said so.</param>
/// <param name="Call">By when they are called; null where that is done.</param>
public sealed record KnownChildStanding(
    bool IsOpen,
    bool CanWithdraw,
    bool Withdrew,
    EnquiryDue? Call
);

/// <summary>What becomes of an enquiry about a child whom they know, which Connected keeps (R-ENQ-11).</summary>
public interface IKnownChildTrack
{
    /// <summary>How it stands; null where the enquiry never went there.</summary>
    Task<KnownChildStanding?> StandingAsync(Guid enquiryCaseId, CancellationToken ct);

    /// <summary>The family does not want to go on (T-ENQ-10). The caller saves.</summary>
    Task<Result> WithdrawAsync(
        Guid enquiryCaseId,
        string reasonCode,
        string? statement,
        Actor actor,
        CancellationToken ct
    );
}
