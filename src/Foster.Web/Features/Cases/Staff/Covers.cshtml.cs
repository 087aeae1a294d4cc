using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Who is away and who has their cases.</summary>
[ForRoles(Role.TeamManager, Role.RecruitmentOfficer, Role.Assessor, Role.SupervisingSocialWorker)]
public sealed class CoversModel(CoverReads reads, ActorSource actors) : PageModel
{
    private const string PastWord = "past";

    public ListPage<CoverLine> Found { get; private set; } = new([], null);

    /// <summary>What somebody has to give a worker anew.</summary>
    public IReadOnlyList<StayedCase> Stayed { get; private set; } = [];

    public bool Past { get; private set; }

    public bool FurtherOn { get; private set; }

    public async Task OnGetAsync(string? show, string? after, CancellationToken ct)
    {
        Past = show == PastWord;
        FurtherOn = ListCursor.Read(after) is not null;
        Stayed = await reads.StayedAsync(actors.Required, ct);
        Found = await reads.PageAsync(Past, actors.Required, after, ct);
    }

    /// <summary>Whoever is away, and the team manager, may end it.</summary>
    public bool MayEnd(CoverLine line) =>
        line.State is CoverState.Planned or CoverState.Running
        && (actors.Required.Is(Role.TeamManager) || actors.Required.AccountId == line.AwayId);

    public static string Address(bool past, string? after = null) =>
        CaseLinks.With(CaseLinks.Covers, ("show", past ? PastWord : null), ("after", after));

    public static string State(CoverState state) =>
        state switch
        {
            CoverState.Planned => "Planned",
            CoverState.Running => "Now",
            CoverState.Over => "Over",
            _ => "Cancelled",
        };
}
