using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Connected.Staff;

/// <summary>A page with one act on one connected case.</summary>
public abstract class ConnectedFormPage(ConnectedReads reads) : FormPage
{
    public ConnectedView View { get; private set; } = null!;

    /// <summary>Why the act is not possible now; empty when its form is shown.</summary>
    public IReadOnlyList<Refusal> NotNow { get; private set; } = [];

    public string Home => ConnectedLinks.One(View.Referral.CaseId);

    protected abstract ConnectedVerb Verb { get; }

    protected abstract Form Make();

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    protected async Task<IActionResult> ActAsync(
        Guid caseId,
        Func<CancellationToken, Task<Result>> act,
        string done,
        CancellationToken ct
    ) => await LoadAsync(caseId, ct) ? await SendAsync(act, Home, done, ct) : NotFound();

    /// <summary>What is proposed in the fields of a form that nobody has filled in.</summary>
    protected virtual void Suggest() { }

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.FindAsync(caseId, Actor, ct) is not { } view)
            return false;
        View = view;
        Form = Make();
        NotNow = view.Referral.Against(Verb, Actor.Role);
        if (HttpMethods.IsGet(Request.Method))
            Suggest();
        return true;
    }
}
