using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;

namespace Foster.Web.Features.Connected.Reminders;

/// <summary>A family that asked about a child whom they know waits for the team manager's call.</summary>
public sealed class ConnectedReminders : IReminders
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly EndOfDay = new(17, 0);

    public IEnumerable<ReminderRule> Rules =>
        [
            new("REM-47", "A family asks about a child they know", DeadlineRules.ConnectedContact)
            {
                Steps =
                [
                    Into(1, WorkingDays, Recipient.Owner) with
                    {
                        At = Morning,
                    },
                    OnTheDay(Recipient.Owner, Recipient.ServiceManager) with
                    {
                        At = EndOfDay,
                        Escalates = true,
                    },
                ],
            },
        ];
}
