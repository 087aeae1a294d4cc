using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Every version of the council's privacy notice: valid, earlier and still to come.</summary>
public sealed class CouncilPrivacyModel(PrivacyNoticeReads notices, ActorSource actors) : PageModel
{
    public IReadOnlyList<NoticeVersion> Versions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Versions = await notices.AllAsync(actors.Required.CouncilId, ct);
}
