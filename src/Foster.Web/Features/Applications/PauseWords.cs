using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications;

/// <summary>Why an assessment rests, in words.</summary>
public static class PauseWords
{
    public static IReadOnlyList<Option<PauseReason>> Reasons { get; } =
    [
        new(PauseReason.Pregnancy, "Pregnancy or a new baby"),
        new(PauseReason.Bereavement, "A death in the family"),
        new(PauseReason.HouseMove, "They are moving house"),
        new(PauseReason.Unavailable, "They are not available for a time"),
        new(
            PauseReason.CoupleParted,
            "The couple has parted",
            "The team manager looks at what becomes of the application"
        ),
        new(PauseReason.Other, "Another reason"),
    ];
}
