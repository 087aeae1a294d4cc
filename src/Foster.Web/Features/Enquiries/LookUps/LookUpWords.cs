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

    public static string Of(LookUpOutcome outcome) => EnquiryWords.Of(Outcomes, outcome);
}
