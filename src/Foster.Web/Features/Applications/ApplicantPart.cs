using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>One applicant's own part of the application; it is sent and signed by that person alone (R-APP-06).</summary>
public sealed class ApplicantPart : ICaseOwned, IVersioned
{
    /// <summary>Counts up when the words of the declaration change.</summary>
    public const string CurrentDeclaration = "2026-1";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ApplicationId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>1 for the main applicant, 2 for the partner.</summary>
    public required int Position { get; set; }
    public DateOnly? InvitedOn { get; set; }
    public string? PreviousNames { get; set; }

    /// <summary>Whether another fostering service approved this person in the last twelve months; null while not said (R-TRF-05).</summary>
    public bool? ApprovedElsewhere { get; set; }

    /// <summary>When this person last saved their own details.</summary>
    public DateTime? DetailsSavedAt { get; set; }
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The words of the declaration that this person agreed to.</summary>
    public string? DeclarationVersion { get; private set; }
    public uint Version { get; set; }

    public bool IsSent => SubmittedAt is not null;

    /// <summary>It was signed for an application of two, so it is looked at and signed anew (R-APP-06).</summary>
    public void TakeBack() => (SubmittedAt, DeclarationVersion) = (null, null);

    public Result Send(DateTime at, IReadOnlyList<Refusal> missing)
    {
        if (IsSent)
            return Result.Refused("You have sent your part already.", "T-APP-01");
        if (missing.Count > 0)
            return Result.Refused(missing);
        SubmittedAt = at;
        DeclarationVersion = CurrentDeclaration;
        return Result.Done;
    }
}
