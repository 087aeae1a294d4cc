using Foster.Web.Foundation.Clock;

namespace Foster.Web.Foundation.Jobs;

/// <summary>
/// Every "when" of the program on one page. A line names the key of a job, minute, hour, day of the month, month and day
/// of the week in London, and why. The class with the same key does the work; a test pairs them.
/// </summary>
/// <remarks>
/// A line with fixed hours runs once on the nights when the clocks change: at a time that is left out, an hour later by
/// the clock; at a time that comes twice, the first time. A line for every hour runs in each hour that goes by.
/// </remarks>
public static class JobSchedule
{
    public static IReadOnlyList<JobLine> All { get; } =
    [
        new(
            "records.retention",
            "30 1 * * *",
            London.Zone,
            "Records whose time is over",
            "Proposes records that a rule lets go and erases those that a records officer has confirmed. At night, "
                + "because erasing rewrites the database and dates turn at midnight."
        ),
        new(
            "assessment.ready",
            "15 0 * * *",
            London.Zone,
            "Cases whose observations are over",
            "Makes a case ready for panel when the ten working days for observations have gone by. Just after midnight, "
                + "because the last day counts until its end."
        ),
        new(
            "people.match-keys",
            "50 0 * * *",
            London.Zone,
            "People without keys",
            "Gives everybody who has none the keys by which duplicates are found. At night, because it looks through all "
                + "people; on most nights nobody is without."
        ),
        new(
            "history.check",
            "30 2 * * *",
            London.Zone,
            "Check of the history",
            "Reads the whole history and tells the administrators where it is not as it was written. Once a night, after "
                + "records were erased, because it reads much."
        )
        {
            Always = true,
        },
        new(
            "records.spent",
            "10 3 * * *",
            London.Zone,
            "Old sessions, drafts and keys",
            "Takes away what is over by itself: ended sessions, unfinished drafts, used links, keys of forms. After the "
                + "other work of the night, since nobody waits for it."
        ),
        new(
            "deadlines.recount",
            "20 * * * *",
            London.Zone,
            "Dates after a change of the bank holidays",
            "Counts open dates again that were counted by a former issue of the bank holidays. Every hour, because a day that "
                + "was proclaimed is rarely tomorrow; between the other work of the hour."
        ),
        new(
            "cases.cover",
            "*/10 * * * *",
            London.Zone,
            "Cases of workers who are away",
            "Hands cases over on the first day of an absence and back on the day after it. Every ten minutes, because people "
                + "fall ill in the morning and come back earlier; at night it is done before the reminders of the day."
        ),
        new(
            "reminders.morning",
            "30 7 * * *",
            London.Zone,
            "Reminders of the day",
            "Tells people what is due, and those above them what is late. Before the day begins, after the clocks were set "
                + "in the night."
        ),
        new(
            "enquiries.keep-warm",
            "15 9 * * 1-5",
            London.Zone,
            "Those who want to be asked again",
            "Asks people whose month has come whether they would like to enquire, and ends what has been silent for 24 months. "
                + "In the morning of a working day, when somebody answers the telephone."
        ),
        new(
            "enquiries.import",
            "*/5 * * * *",
            London.Zone,
            "Past enquiries from files",
            "Takes the rows of files that somebody has started. It begins at once when it is asked to; every five minutes it "
                + "goes on with what a node that stopped has left."
        ),
        new(
            "events.remind",
            "30 8 * * *",
            London.Zone,
            "Reminders of bookings",
            "Reminds those who come to an event or wait for a call in the next two days. In the morning, while they can still "
                + "make room for it."
        ),
        new(
            "files.sweep",
            "40 3 * * *",
            London.Zone,
            "Left-over files",
            "Deletes encrypted contents from the folder for files whose record was erased. In the night, when few upload."
        ),
        new(
            "reminders.timed",
            "*/15 * * * *",
            London.Zone,
            "Reminders with an hour",
            "Steps that a rule gives an hour, such as first contact by the end of the next working day. Every quarter of "
                + "an hour, because those rules count in hours."
        ),
        new(
            "history.anchor",
            "5 * * * *",
            London.Zone,
            "Anchors of the history",
            "Writes the ends of the history's chains into a file outside the database, so that a cut-off end is noticed. "
                + "Every hour, because what came after the last anchor could be cut off unseen."
        )
        {
            Always = true,
        },
    ];
}
