using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Assessment.Decisions;

/// <summary>Refusals at stage 1 that wait for the decision maker.</summary>
public sealed class RefusalsModel(AssessmentWorkReads work) : PageModel
{
    public IReadOnlyList<ProposedRefusal> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await work.ProposedRefusalsAsync(ct);
}
