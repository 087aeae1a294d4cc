using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The questions when and where a meeting is, and why it is changed.</summary>
internal static class MeetingFields
{
    public static DateField On { get; } =
        new("on")
        {
            Label = "Date of the meeting",
            Hint = "Papers go out at least five working days before",
            Earliest = today => today,
            EarliestMessage = "The date of the meeting must be today or later",
        };

    public static TimeField At { get; } =
        new("at") { Label = "Starts at", Hint = "For example, 9:30am" };

    public static YesNoField Online { get; } =
        new("online")
        {
            Label = "Where is it?",
            Yes = "Online",
            No = "At an address",
            MissingMessage = "Select whether it is online or at an address",
        };

    public static TextField Place { get; } =
        new("place")
        {
            Label = "Address, or how to join",
            Called = "Place",
            MissingMessage = "Enter the address, or how to join",
        };

    public static TextField Why(string label) =>
        new("reasons")
        {
            Label = label,
            Called = "Your reasons",
            Hint = "At least 20 characters. Staff read it, members and applicants do not.",
            MissingMessage = "Enter your reasons",
            Rows = 4,
            Max = 4_000,
        };

    public static MeetingPlan Read(Form form) =>
        new(form.Must(On), form.Must(At), form.Must(Place), form.Must(Online));
}
