using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Questions;

/// <summary>What is written, asked alike wherever it is.</summary>
internal static class QuestionFields
{
    public static TextField Question { get; } =
        new(QuestionActs.WordsField)
        {
            Label = "Your question",
            Hint = "Write as you would speak. In an emergency ring 999 instead.",
            MissingMessage = "Enter your question",
            Rows = 6,
            Max = 2000,
        };

    public static TextField More { get; } =
        new(QuestionActs.WordsField)
        {
            Label = "Write more",
            MissingMessage = "Enter what you want to write",
            Rows = 5,
            Max = 2000,
        };

    public static TextField Reply { get; } =
        new(QuestionActs.WordsField)
        {
            Label = "What you write",
            Hint = "Only the person who asked reads it. Their partner does not.",
            MissingMessage = "Enter what you want to write",
            Rows = 8,
            Max = 4000,
        };
}
