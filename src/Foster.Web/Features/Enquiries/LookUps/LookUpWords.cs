using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.LookUps;

/// <summary>What the case system says, in words.</summary>
public static class LookUpWords
{
    public static IReadOnlyList<Option<LookUpOutcome>> Outcomes { get; } =
    [
        new(LookUpOutcome.NothingKnown, "Nothing is known"),
        new(LookUpOutcome.NoConcern, "Known, without a concern"),
        new(
            LookUpOutcome.Concern,
            "A concern about the protection of a child",
            "The enquiry stops, and the team manager decides"
        ),
    ];

    /// <summary>That it was, without what was found: that is the team manager's to read.</summary>
    public static string Line(LookUp look, bool stopped) =>
        (look.Told ? "Something told to us" : "Looked")
        + $" on {BritishDate.Long(look.On)}, {look.By}"
        + (
            look.Stops
                ? stopped
                    ? ". The team manager decides"
                    : ". The enquiry ended with it"
                : look.ClearedOn is { } on
                    ? $". Decided on {BritishDate.Long(on)}: it goes on"
                    : ""
        );

    public static string Of(LookUpOutcome outcome) => EnquiryWords.Of(Outcomes, outcome);
}
