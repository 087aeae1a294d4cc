using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The people whom this applicant has named; of the partner's only how many.</summary>
public sealed class RefereesModel(ApplyReads reads, ProgressReads progress)
    : ApplyPage(reads, progress)
{
    public override ApplySection Section => ApplySections.Of("referees");

    public int ByPartner => Partner?.Referees.Count ?? 0;

    public IReadOnlyList<Refusal> Missing => Section.Missing(Facts, Who);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(() => { }, ct);
}
