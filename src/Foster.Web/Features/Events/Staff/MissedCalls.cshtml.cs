using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Staff;

/// <summary>Who is to be called again after a call that they had booked and did not answer.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class MissedCallsModel(MissedCallReads reads, ActorSource actors) : PageModel
{
    public ListPage<MissedCall> Found { get; private set; } = new([], null);

    public bool FurtherOn { get; private set; }

    /// <summary>The contact log of an enquiry is the recruitment officer's.</summary>
    public bool MayLog => actors.Required.Is(Role.RecruitmentOfficer);

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        FurtherOn = InstantCursor.Read(after) is not null;
        Found = await reads.PageAsync(actors.Required.CouncilId, after, ct);
    }
}
