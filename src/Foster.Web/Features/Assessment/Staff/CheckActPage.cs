using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A page for one act on one check.</summary>
[Records(AccessKind.Criminal, AccessKind.Health, AccessKind.Confidential)]
public abstract class CheckActPage(AssessmentHeaderReads headers, CheckReads checks)
    : ActPage(headers)
{
    public CheckView Check { get; private set; } = null!;

    public override string About => $"{Check.Kind.Title} ({Check.Kind.Key}), {Check.Whom}";

    public override string Back => AssessmentLinks.Check(Header.CaseId, Check.Id);

    protected async Task<bool> FindAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (
            !await FindAsync(caseId, ct)
            || await checks.FindAsync(caseId, checkId, ct) is not { } found
        )
            return false;
        Check = found;
        return true;
    }
}
