using Foster.Web.Foundation.Catalogues;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;
using static Foster.Web.Foundation.Clock.DeadlineRules;

namespace Foster.Web.Features.Assessment.Reminders;

/// <summary>Checks, the stage 1 decision, observations.</summary>
public sealed class AssessmentReminders : IReminders
{
    public IEnumerable<ReminderRule> Rules =>
        [
            // 10, 20 and 30 working days are clocks of their own.
            new("REM-04", "A stage 1 check that is not in", FirstChase, SecondChase, ThirdChase)
            {
                Steps =
                [
                    OnTheDay(Recipient.Assessor),
                    OnTheDay(Recipient.Manager) with
                    {
                        Of = ThirdChase,
                        Escalates = true,
                    },
                ],
            },
            new("REM-05", "Stage 1 decision", Stage1Decision)
            {
                Steps =
                [
                    Into(5, WorkingDays, Recipient.Assessor),
                    Into(8, WorkingDays, Recipient.Manager),
                    Ladder.E2,
                    After(1, WorkingDays, Recipient.HeadOfService, Recipient.DecisionMaker) with
                    {
                        Escalates = true,
                    },
                ],
            },
            new("REM-07", "Midway review of stage 2", MidwayReview)
            {
                Steps = [Ahead(5, WorkingDays, Recipient.Manager), Ladder.E2],
            },
            new("REM-40", "Access to records, between services", RecordsAccess, RecordsGiven)
            {
                Steps = [Ahead(5, WorkingDays, Recipient.Owner, Recipient.PanelAdviser), Ladder.E3],
            },
            new("REM-09", "Observations on the report", Observations)
            {
                Steps = [Ahead(3, WorkingDays, Recipient.Applicants, Recipient.Assessor)],
            },
        ];
}
