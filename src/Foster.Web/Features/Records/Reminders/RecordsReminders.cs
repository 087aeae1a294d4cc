using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using static Foster.Web.Foundation.Catalogues.ReminderStep;
using static Foster.Web.Foundation.Catalogues.StepPace;

namespace Foster.Web.Features.Records.Reminders;

/// <summary>Copies for people, and records whose time is nearly over.</summary>
public sealed class RecordsReminders : IReminders
{
    public IEnumerable<ReminderRule> Rules =>
        [
            new(
                "REM-41",
                "Copy of the records for somebody",
                DeadlineRules.SubjectAccess,
                DeadlineRules.SubjectAccessExtended
            )
            {
                Steps = [Ahead(10, WorkingDays, Recipient.RecordsOfficer), Ladder.E4],
            },
            // Our own policy: the protocol's four weeks are kept by us as we want them kept towards us (R-TRF-07).
            new("REM-48", "Reference for another service", DeadlineRules.ReferenceGiven)
            {
                Steps = [Ahead(5, WorkingDays, Recipient.Owner, Recipient.PanelAdviser), Ladder.E3],
            },
            // Nothing is erased without a person (R-REC-02, R-REC-04).
            new("REM-42", "Records whose time is nearly over", DeadlineRules.ApplicantRecordKept)
            {
                Steps = [Ahead(3, Months, Recipient.RecordsOfficer)],
            },
        ];
}
