using Foster.Web.Foundation.Catalogues;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;
using static Foster.Web.Foundation.Clock.DeadlineRules;

namespace Foster.Web.Features.Approvals.Reminders;

/// <summary>Panel, decision, and telling people.</summary>
public sealed class ApprovalReminders : IReminders
{
    private static readonly TimeOnly EndOfDay = new(17, 0);

    public IEnumerable<ReminderRule> Rules =>
        [
            new("REM-10", "Papers for panel", PanelPapers)
            {
                // The table counts from the meeting, 5 working days after the papers are due.
                Steps =
                [
                    Ahead(5, WorkingDays, Recipient.PanelAdviser),
                    Ahead(2, WorkingDays, Recipient.PanelAdviser),
                    OnTheDay(Recipient.PanelChair) with
                    {
                        Escalates = true,
                    },
                ],
            },
            new("REM-11", "Minutes of panel", PanelMinutes)
            {
                Steps =
                [
                    Ahead(2, WorkingDays, Recipient.PanelAdviser, Recipient.PanelChair),
                    Ladder.E2,
                ],
            },
            new("REM-12", "Decision of the decision maker", DecisionMakerDecision)
            {
                Steps =
                [
                    Ahead(4, WorkingDays, Recipient.DecisionMaker),
                    Ahead(2, WorkingDays, Recipient.DecisionMaker),
                    Ahead(1, WorkingDays, Recipient.DecisionMaker),
                    OnTheDay(Recipient.ServiceManager) with
                    {
                        At = EndOfDay,
                        Escalates = true,
                    },
                ],
            },
            new("REM-13", "Outcome told to the applicants", OralOutcome)
            {
                Steps = [Ahead(1, WorkingDays, Recipient.Assessor), Ladder.E2],
            },
            new("REM-14", "Outcome in writing", WrittenOutcome)
            {
                Steps = [Ahead(2, WorkingDays, Recipient.PanelAdviser), Ladder.E2],
            },
        ];
}
