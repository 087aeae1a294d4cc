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
    private static readonly TickField Joint = new("joint")
    {
        Label = "A joint panel with another service, which needs six members",
    };

    private readonly ScheduleMeeting schedule;

    public NewMeetingModel(ScheduleMeeting schedule)
    {
        this.schedule = schedule;
        Form = new Form(
            MeetingFields.On,
            MeetingFields.At,
            MeetingFields.Online,
            MeetingFields.Place,
            Joint
        );
    }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        SendAsync(
            async token =>
            {
                var plan = MeetingFields.Read(Form);
                var made = await schedule.RunAsync(
                    new(plan.On, plan.At, plan.Place, plan.IsOnline, Form.Must(Joint)),
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
