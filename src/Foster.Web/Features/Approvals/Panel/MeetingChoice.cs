using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The question which meeting, over those that are still to come.</summary>
internal static class MeetingChoice
{
    public static ChoiceField<Guid> Of(IReadOnlyList<PanelMeeting> meetings) =>
        new("meeting")
        {
            Label = "Which meeting?",
            MissingMessage = "Select a meeting",
            AsSelect = meetings.Count > 10,
            Options =
            [
                .. meetings.Select(m => new Option<Guid>(
                    m.Id,
                    $"{BritishDate.Full(m.On)} at {BritishTime.Of(m.At)}",
                    $"Papers by {BritishDate.Long(m.PapersDueOn)}"
                )),
            ],
        };
}
