using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;

namespace Foster.Web.Features.Questions.Reminders;

/// <summary>Questions that wait for an answer. Never to a household: a partner would learn that there is one.</summary>
public sealed class QuestionReminders : IReminders
{
    public IEnumerable<ReminderRule> Rules =>
        [
            new("REM-46", "A question to answer", DeadlineRules.QuestionAnswered)
            {
                Steps = [Ahead(1, WorkingDays, Recipient.Owner), Ladder.E2, Ladder.E3],
            },
        ];
}
