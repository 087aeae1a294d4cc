using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Approvals;

/// <summary>Who is approved already, of those who keep the approvals (R-VAL-09).</summary>
public interface IStandingApprovals
{
    /// <summary>Those who hold an approval of this council from another case, known by name and date of birth.</summary>
    Task<IReadOnlyList<CasePerson>> AmongAsync(
        IReadOnlyList<CasePerson> people,
        Guid but,
        CancellationToken ct
    );
}
