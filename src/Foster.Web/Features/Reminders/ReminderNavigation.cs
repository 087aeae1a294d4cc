using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Reminders;

public sealed class ReminderNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new("admin", "Reminders", ReminderLinks.Rules, 65),
            new("staff", "Reminders", ReminderLinks.Preview, 75, nameof(Role.TeamManager)),
        ];
}
