using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Who holds the duties that are no role, and which nobody holds.</summary>
public sealed class CouncilDutiesModel(DutyHolderReads duties, ActorSource actors) : PageModel
{
    public IReadOnlyList<DutyHolders> Duties { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Duties = await duties.AllAsync(actors.Required, ct);
}
