using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Carers;

public sealed class CarerNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new("carer", "Home", CarerLinks.Home, 10),
            new("carer", "Your agreement", CarerLinks.Agreement, 20),
            new("carer", "What has happened", CarerLinks.History, 90),
            new(
                "staff",
                "Carers",
                CarerLinks.Register,
                60,
                nameof(Role.SupervisingSocialWorker),
                nameof(Role.TeamManager),
                nameof(Role.PanelAdviser)
            ),
        ];
}
