using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Cases;

/// <summary>The links of the staff area that lead to cases.</summary>
public sealed class StaffNavigation : INavigation
{
    /// <summary>Who works on cases. Decision makers, panel and administrators have pages of their own (§11).</summary>
    private static readonly Role[] CaseWorkers =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
        Role.PanelAdviser,
    ];

    public IEnumerable<NavigationItem> Items =>
        [
            new("staff", "My work", CaseLinks.Work, 10),
            new("staff", "Team", CaseLinks.Team, 12, nameof(Role.TeamManager)),
            new(
                "staff",
                "Cover",
                CaseLinks.Covers,
                32,
                [nameof(Role.TeamManager), .. PlanCover.Holding.Select(r => r.ToString())]
            ),
            new("staff", "Cases", CaseLinks.List, 30, [.. CaseWorkers.Select(r => r.ToString())]),
        ];
}
