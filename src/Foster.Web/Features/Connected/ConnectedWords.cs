using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Connected;

/// <summary>What is chosen and read of connected cases, in words.</summary>
public static class ConnectedWords
{
    public static IReadOnlyList<Option<ConnectedEnd>> Ends { get; } =
    [
        new(ConnectedEnd.FamilyWithdrew, "The family does not want to go on"),
        new(ConnectedEnd.OtherPlan, "There is another plan for the child"),
        new(
            ConnectedEnd.PrivateFostering,
            "It is private fostering",
            "The parents arranged it themselves, for more than 28 days, with somebody who is no close relative"
        ),
        new(ConnectedEnd.OtherCouncil, "Another council looks after the child"),
        new(ConnectedEnd.NotSuitable, "They cannot look after the child safely"),
    ];

    public static string State(ConnectedState state) =>
        state switch
        {
            ConnectedState.New => "To call",
            ConnectedState.Contacted => "To decide",
            ConnectedState.Assessing => "Assessing",
            ConnectedState.Returned => "In general recruitment",
            _ => "Ended",
        };

    public static string Colour(ConnectedState state) =>
        state switch
        {
            ConnectedState.New => "yellow",
            ConnectedState.Contacted => "blue",
            ConnectedState.Assessing => "turquoise",
            _ => "grey",
        };

    /// <summary>Who owes the next step and what it is.</summary>
    public static string Next(ConnectedState state) =>
        state switch
        {
            ConnectedState.New => "The team manager calls the family.",
            ConnectedState.Contacted =>
                "The team manager decides whether they are assessed for this child.",
            ConnectedState.Assessing =>
                "The child’s social worker and ours look at the home and at everybody in it, before the child is placed there (R-TEMP-02).",
            ConnectedState.Returned => "The recruitment officer goes on with their enquiry.",
            _ => "This case has ended.",
        };
}
