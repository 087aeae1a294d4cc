using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using static Foster.Web.Features.Events.Staff.EventFields;

namespace Foster.Web.Features.Events.Staff;

/// <summary>Enters an event, once or for several weeks in a row.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class NewModel(SaveEvent save, LondonClock clock) : FormPage
{
    public void OnGet()
    {
        Make();
        Form.Suggest(Weeks, 1);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Make();
        return await SendAsync(
            async token =>
                await save.RunAsync(
                    new(null, PlanOf(Form, clock), Form.Must(Publish), Form.Must(Weeks)),
                    Actor,
                    token
                ),
            EventLinks.List,
            "It is entered.",
            ct
        );
    }

    private void Make() =>
        Form = new Form(
            Kind,
            Title,
            On,
            Starts,
            Ends,
            Place,
            Directions,
            Access,
            Places,
            Cost,
            Weeks,
            Publish
        );
}
