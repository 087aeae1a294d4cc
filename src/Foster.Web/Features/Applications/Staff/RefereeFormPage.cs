using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>An act on a referee that takes one form and leads back to the list.</summary>
public abstract class RefereeFormPage(ApplyReads reads) : RefereeActPage(reads)
{
    /// <summary>What is said when it was done.</summary>
    protected abstract string Done { get; }

    protected abstract Task<Result> ActAsync(Guid refereeId, CancellationToken ct);

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) => await FindAsync(caseId, refereeId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) =>
        await FindAsync(caseId, refereeId, ct)
            ? await SendAsync(token => ActAsync(refereeId, token), Back, Done, ct)
            : NotFound();
}
