using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;

namespace Foster.Web.Features.Enquiries.Reminders;

/// <summary>First contact, visit and its outcome.</summary>
public sealed class EnquiryReminders : IReminders
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly EndOfDay = new(17, 0);

    public IEnumerable<ReminderRule> Rules =>
        [
            new("REM-01", "First contact with an enquirer", DeadlineRules.FirstContact)
            {
                Steps =
                [
                    Into(1, WorkingDays, Recipient.Owner) with
                    {
                        At = Morning,
                    },
                    OnTheDay(Recipient.Owner, Recipient.Manager) with
                    {
                        At = EndOfDay,
                        Escalates = true,
                    },
                    After(1, WorkingDays, Recipient.Manager, Recipient.ServiceManager) with
                    {
                        Escalates = true,
                    },
                ],
            },
            new("REM-02", "Initial visit", DeadlineRules.InitialVisit)
            {
                Steps = [Ahead(2, WorkingDays, Recipient.Owner), Ladder.E2, Ladder.E3],
            },
            new("REM-03", "Letter about the outcome of a visit", DeadlineRules.VisitOutcome)
            {
                Steps = [Ahead(2, WorkingDays, Recipient.Owner), Ladder.E2],
            },
        ];
}
