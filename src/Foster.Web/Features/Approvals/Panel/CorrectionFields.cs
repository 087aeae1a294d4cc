using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>Why something that is on record is put right.</summary>
internal static class CorrectionFields
{
    public static TextField Why { get; } =
        new("why")
        {
            Label = "What was wrong, and how did it come to it?",
            Called = "Your reason",
            Hint = "At least 20 characters. The decision maker reads it.",
            MissingMessage = "Enter what was wrong",
            Rows = 4,
            Max = 4_000,
        };
}
