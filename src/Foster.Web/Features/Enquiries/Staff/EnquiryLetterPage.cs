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
    public async Task<IActionResult> OnPostPreviewAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await ShowFirstAsync(
                token => DraftAsync(caseId, token),
                draft => (Draft, Checking) = (draft, true),
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Change() : NotFound();

    protected abstract Task<Result<LetterDraft?>> DraftAsync(Guid caseId, CancellationToken ct);
}
