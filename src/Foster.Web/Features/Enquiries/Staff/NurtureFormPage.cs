using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>A page with one act on somebody who is to be asked again.</summary>
public abstract class NurtureFormPage(EnquiryReads enquiries, NurtureReads nurtures) : FormPage
{
    public EnquiryView View { get; private set; } = null!;

    /// <summary>Null where nobody is to be asked any more.</summary>
    public Nurture? Nurture { get; private set; }

    public string Home => $"/staff/enquiries/{View.Enquiry.CaseId}";

    protected abstract string Done { get; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(token => ActAsync(caseId, token), NurtureLinks.List, Done, ct)
            : NotFound();

    protected virtual void Begin() { }

    protected abstract Form Make();

    protected abstract Task<Result> ActAsync(Guid caseId, CancellationToken ct);

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await enquiries.FindAsync(caseId, ct) is not { } view)
            return false;
        View = view;
        Nurture = await nurtures.OfAsync(caseId, ct);
        Form = Make();
        return true;
    }
}
