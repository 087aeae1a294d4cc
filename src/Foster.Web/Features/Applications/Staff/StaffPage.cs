using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A page on which staff do something with one application.</summary>
public abstract class StaffPage(ApplyReads reads) : FormPage
{
    public ApplyFacts Facts { get; private set; } = null!;

    public string CaseHref => $"/staff/cases/{Facts.CaseId}";

    public string Names => string.Join(" and ", Facts.Applicants.Select(a => a.Person.FullName));

    /// <summary>Reads the application; false where it is out of reach.</summary>
    protected async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.OfCaseAsync(caseId, ct) is not { Applicants.Count: > 0 } facts)
            return false;
        Facts = facts;
        return true;
    }
}
