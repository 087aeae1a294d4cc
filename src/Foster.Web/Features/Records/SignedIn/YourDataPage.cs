using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Records.SignedIn;

/// <summary>A page about what is stored of its reader, who is an applicant or a carer.</summary>
public abstract class YourDataPage(OwnDataReads own) : FormPage
{
    protected Guid CaseId { get; private set; }

    public IReadOnlyList<AccessLine> Requests { get; private set; } = [];

    /// <summary>False where the reader has no case here.</summary>
    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor.PersonId is not { } personId || await own.CaseAsync(Actor, ct) is not { } caseId)
            return false;
        CaseId = caseId;
        Requests = await own.RequestsAsync(caseId, personId, ct);
        return true;
    }
}
