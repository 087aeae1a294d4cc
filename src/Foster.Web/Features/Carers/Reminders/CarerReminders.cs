using Foster.Web.Foundation.Catalogues;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;
using static Foster.Web.Foundation.Clock.DeadlineRules;

namespace Foster.Web.Features.Carers.Reminders;

/// <summary>Agreement, supervisor, reviews, visits, training. What is unannounced is never sent to carers.</summary>
public sealed class CarerReminders : IReminders
{
    public IEnumerable<ReminderRule> Rules =>
        [
            new("REM-17", "Foster care agreement", AgreementSigned)
            {
                Steps = [Ahead(3, WorkingDays, Recipient.Supervisor, Recipient.Carers), Ladder.E2],
            },
            new("REM-18", "Supervising social worker to be named", SupervisorNamed)
            {
                Steps = [Ahead(2, WorkingDays, Recipient.Manager), Ladder.E3],
            },
            new("REM-19", "First review meeting", FirstReviewMeeting)
            {
                Steps =
                [
                    Ahead(60, Days, Recipient.Supervisor),
                    Ahead(30, Days, Recipient.Supervisor),
                    Ladder.E2,
                ],
            },
            new("REM-20", "Decision on the first review", FirstReviewDecision)
            {
                Steps =
                [
                    Ahead(90, Days, Recipient.Supervisor, Recipient.PanelAdviser),
                    Ahead(60, Days, Recipient.Supervisor, Recipient.PanelAdviser),
                    Ahead(30, Days, Recipient.Supervisor, Recipient.PanelAdviser),
                    Ahead(14, Days, Recipient.Supervisor, Recipient.PanelAdviser),
                    OnTheDay(Recipient.Manager, Recipient.ServiceManager) with
                    {
                        Escalates = true,
                    },
                ],
            },
            new("REM-22", "Visit to a household", UnannouncedVisit)
            {
                Steps =
                [
                    Ahead(90, Days, Recipient.Supervisor),
                    Ahead(30, Days, Recipient.Supervisor),
                    Ladder.E3,
                ],
            },
            new("REM-25", "Training standards", TrainingStandards, TrainingStandardsConnected)
            {
                Steps =
                [
                    Ahead(6, Months, Recipient.Carers, Recipient.Supervisor),
                    Ahead(3, Months, Recipient.Carers, Recipient.Supervisor),
                    Ahead(1, Months, Recipient.Carers, Recipient.Supervisor),
                    Ladder.E2,
                ],
            },
        ];
}
