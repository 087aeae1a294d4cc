using Foster.Web.Foundation.Catalogues;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;
using static Foster.Web.Foundation.Clock.DeadlineRules;

namespace Foster.Web.Features.Applications.Reminders;

/// <summary>The targets that begin with an application.</summary>
public sealed class ApplicationReminders : IReminders
{
    private static readonly Recipient[] Workers =
    [
        Recipient.Assessor,
        Recipient.Manager,
        Recipient.PanelAdviser,
    ];

    public IEnumerable<ReminderRule> Rules =>
        [
            new("REM-06", "Stage 1 of an assessment (target)", Stage1Target)
            {
                Steps = [Ahead(10, WorkingDays, Recipient.Assessor), Ladder.E2],
            },
            new("REM-39", "Meeting about a transfer", TransferMeeting)
            {
                Steps = [Ahead(14, Days, Recipient.Owner), Ladder.E2],
            },
            new("REM-08", "Panel within 8 months of the application", PanelRecommendation)
            {
                Steps =
                [
                    Into(4, Months, Workers),
                    Into(6, Months, Workers),
                    Into(7, Months, Workers),
                    Ahead(20, WorkingDays, Workers),
                    OnTheDay(Recipient.HeadOfService, Recipient.DecisionMaker) with
                    {
                        Escalates = true,
                    },
                ],
            },
        ];
}
