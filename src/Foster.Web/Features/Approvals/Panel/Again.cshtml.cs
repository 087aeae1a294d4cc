using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>A deferred case comes back to panel at another meeting.</summary>
[ForRoles(Role.PanelAdviser, Role.PanelChair)]
public sealed class AgainModel(ItemPageReads items, PanelReads panel, Relist relist)
    : ItemFormPage(items)
{
    private static readonly TextField DoneHow = new("done")
    {
        Label = "How has what panel asked for been done?",
        Called = "What has been done",
        MissingMessage = "Enter what has been done",
        Hint = "At least 20 characters",
        Rows = 4,
        Max = 4_000,
    };

    private ChoiceField<Guid> meeting = new("meeting");

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        meeting = MeetingChoice.Of(await panel.OpenMeetingsAsync(ct));
        Form = new Form(DoneHow, meeting);
    }

    protected override IReadOnlyList<Refusal> Against() =>
        [
            .. Applications.ApplicationMachine.Table.Against(
                Shown.ApplicationState,
                Applications.ApplicationVerb.Relist,
                Actor.Role
            ),
            .. meeting.Options.Count == 0
                ? new[] { new Refusal("No meeting is set. Ask the panel adviser to set one.") }
                : [],
        ];

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct)
    {
        var listed = await relist.RunAsync(
            new(Shown.Item.Id, Form.Must(DoneHow), Form.Must(meeting)),
            Actor,
            ct
        );
        return Done(
            listed,
            Actor.Is(Role.PanelAdviser) && listed.Ok ? $"/panel/items/{listed.Value.Id}" : "/panel",
            "The case is on the agenda again."
        );
    }
}
