using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>A page with an act on an enquiry that issues a letter, which is read before.</summary>
public abstract class EnquiryLetterPage(EnquiryReads reads) : EnquiryFormPage(reads), ILetterPage
{
    public LetterDraft? Draft { get; private set; }

    public bool Checking { get; private set; }

    public string Address => Request.Path;

    public abstract string ActText { get; }

    public virtual string? ActVariant => null;

    /// <summary>The mark of the letter that was read; empty where none was, so that none goes out unread.</summary>
    protected string Read => Request.Form[ILetterPage.ReadField].ToString();

    /// <summary>Shows what would be done and the letter that would go out. Nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
        Form.Read(Request.Form, Today);
        if (!Form.Ok)
            return Page();
        var draft = await DraftAsync(caseId, ct);
        if (Form.Apply(draft))
            (Draft, Checking) = (draft.Value, true);
        return Page();
    }

    /// <summary>Goes back to the form with everything that was typed.</summary>
    public async Task<IActionResult> OnPostChangeAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
        Form.Take(Request.Form);
        return Page();
    }

    protected abstract Task<Result<LetterDraft?>> DraftAsync(Guid caseId, CancellationToken ct);
}
