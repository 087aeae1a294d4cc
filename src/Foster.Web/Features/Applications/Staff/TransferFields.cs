using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The questions about a transfer.</summary>
internal static class TransferFields
{
    public static readonly TextField Service = new("service")
    {
        Label = "For which service do they foster now?",
        Called = "The service",
        MissingMessage = "Enter the name of the service",
        Spellcheck = false,
    };

    public static readonly YesNoField Placed = new("placed")
    {
        Label = "Is a child placed with them now?",
        MissingMessage = "Select yes if a child is placed with them now",
    };

    public static readonly DateField On = new("on") { Label = "On which day?", Called = "The day" };

    public static readonly MultiChoiceField<TransferAttendees> Attendees = new(
        "attendees",
        new Option<TransferAttendees>(TransferAttendees.PlacingAuthority, "The placing authority"),
        new Option<TransferAttendees>(TransferAttendees.CurrentService, "The current service"),
        new Option<TransferAttendees>(TransferAttendees.Us, "We"),
        new Option<TransferAttendees>(TransferAttendees.Carer, "The carer")
    )
    {
        Label = "Who was there?",
        MissingMessage = "Select who was there",
    };

    public static readonly TextField Absent = new("absent")
    {
        Label = "Who was missing, and why?",
        Hint = "Only where not all four were there.",
        Optional = true,
        Rows = 2,
        Max = 1_000,
    };

    public static readonly TextField Children = Output(
        "children",
        "What does the move mean for each child?",
        "What it means for each child"
    );

    public static readonly TextField Support = Output(
        "support",
        "Which support was agreed?",
        "The support that was agreed"
    );

    public static readonly TextField Vacancies = Output(
        "vacancies",
        "How are vacancies used until the move?",
        "How vacancies are used"
    );

    public static readonly TextField Dates = Output(
        "dates",
        "When does the old approval end, and when is the new one to start?",
        "The dates of the approvals"
    );

    public static readonly DateField Ends = new("ends")
    {
        Label = "On which day does the old approval end?",
        Called = "The day it ends",
        Hint = "It may be ahead.",
    };

    public static readonly TickField PlacementEnds = new("placement-ends")
    {
        Label = "The carer wants the placement to end, and knows that it does",
    };

    public static readonly TextField Reason = new("reason")
    {
        Label = "Why is it no transfer (any more)?",
        Called = "Reasons",
        Hint = "At least 20 characters.",
        Rows = 3,
        Max = 2_000,
    };

    public static readonly TextField ReasonAgain = new("reason")
    {
        Label = "Why is it taken up again?",
        Called = "Reasons",
        Hint = "At least 20 characters.",
        Rows = 3,
        Max = 2_000,
    };

    private static TextField Output(string name, string label, string called) =>
        new(name)
        {
            Label = label,
            Called = called,
            MissingMessage = "Enter " + char.ToLowerInvariant(called[0]) + called[1..],
            Rows = 4,
            Max = 4_000,
        };
}
