using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class NewMeetingModel : FormPage
{
    private static readonly DateField On = new("on")
    {
        Label = "Date of the meeting",
        Hint = "Papers go out at least five working days before",
        Earliest = today => today,
        EarliestMessage = "The date of the meeting must be today or later",
    };

    private static readonly TimeField At = new("at")
    {
        Label = "Starts at",
        Hint = "For example, 9:30am",
    };

    private static readonly YesNoField Online = new("online")
    {
        Label = "Where is it?",
        Yes = "Online",
        No = "At an address",
        MissingMessage = "Select whether it is online or at an address",
    };

    private static readonly TextField Place = new("place")
    {
        Label = "Address, or how to join",
        Called = "Place",
        MissingMessage = "Enter the address, or how to join",
    };

    private static readonly TickField Joint = new("joint")
    {
        Label = "A joint panel with another service, which needs six members",
    };

    private readonly ScheduleMeeting schedule;

    public NewMeetingModel(ScheduleMeeting schedule)
    {
        this.schedule = schedule;
        Form = new Form(On, At, Online, Place, Joint);
    }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        SendAsync(
            async token =>
            {
                var made = await schedule.RunAsync(
                    new(
                        Form.Must(On),
                        Form.Must(At),
                        Form.Must(Place),
                        Form.Must(Online),
                        Form.Must(Joint)
                    ),
                    Actor,
                    token
                );
                return made.Ok
                    ? new Sent(
                        $"/panel/meetings/{made.Value.Id}",
                        $"The meeting is set. Papers go out by {BritishDate.Full(made.Value.PapersDueOn)}."
                    )
                    : Result<Sent>.Refused(made.Refusals);
            },
            ct
        );
}
