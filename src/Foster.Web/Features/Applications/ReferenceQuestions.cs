using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications;

/// <summary>One question to a referee.</summary>
public sealed record ReferenceQuestion(string Key, string Short, TextField Field)
{
    public bool Optional => Field.Optional;
}

/// <summary>What referees are asked online, in order.</summary>
public static class ReferenceQuestions
{
    public const int Longest = 5_000;

    private const string HowToWrite =
        "An empty line starts a new paragraph. If only some paragraphs are confidential, you can mark them once all questions are answered.";

    public static IReadOnlyList<ReferenceQuestion> All { get; } =
    [
        Ask(
            "known",
            "How you know them",
            "How long have you known them, and how do you know them?",
            "For example where you met, and how often you see them now.",
            "Enter how long and how you have known them"
        ),
        Ask(
            "children",
            "Them and children",
            "What are they like with children?",
            "Tell us what you have seen yourself: at play, when a child is upset, when there have to be rules.",
            "Enter what they are like with children, or that you have not seen them with children"
        ),
        Ask(
            "home",
            "Their home and family",
            "What do you know of their home and their family life?",
            "For example who is there, how they get on with each other, and who helps when things are hard.",
            "Enter what you know of their home and family life, or that you do not know it"
        ),
        Ask(
            "worries",
            "Anything that worries you",
            "Is there anything that worries you about them looking after a child?",
            "If there is nothing, say so. If a child is in danger now, call 999.",
            "Enter anything that worries you, or that nothing does"
        ),
        Ask(
            "more",
            "Anything else",
            "Is there anything else that you would like to tell us?",
            "Leave it empty if there is not.",
            null
        ),
    ];

    public static ReferenceQuestion? Find(string key) => All.FirstOrDefault(q => q.Key == key);

    private static ReferenceQuestion Ask(
        string key,
        string brief,
        string label,
        string hint,
        string? missing
    ) =>
        new(
            key,
            brief,
            new TextField("answer")
            {
                Label = label,
                Called = "Your answer",
                Hint = $"{hint} {HowToWrite}",
                MissingMessage = missing,
                Optional = missing is null,
                Rows = 10,
                Max = Longest,
            }
        );
}
