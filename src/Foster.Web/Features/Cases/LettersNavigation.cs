using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Cases;

public sealed class LettersNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items { get; } =
    [
        new(
            "staff",
            "Letters",
            "/staff/letters",
            80,
            nameof(Role.RecruitmentOfficer),
            nameof(Role.TeamManager),
            nameof(Role.PanelAdviser)
        ),
    ];
}
