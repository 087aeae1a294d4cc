using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Councils;

/// <summary>What stands against an act on a council's own settings.</summary>
internal static class CouncilAct
{
    /// <summary>Settings are the administrator's, each in the council in which they act; the input names no other one.</summary>
    public static Refusal? Against(Actor actor) =>
        actor.Is(Role.Administrator)
            ? null
            : new Refusal("Only an administrator changes what the council has set up.");

    /// <summary>What is wrong with a line of text.</summary>
    public static IEnumerable<Refusal> Against(
        string what,
        string text,
        string field,
        int most = 200,
        bool lines = false
    )
    {
        var tidy = Words.Tidy(text, lines);
        if (tidy.Length == 0)
            yield return new Refusal($"Enter {what}", null, field);
        else if (tidy.Length > most)
            yield return new Refusal(
                $"Enter {what} in {most.ToString("N0", British)} characters or fewer",
                null,
                field
            );
        if (!Words.IsStorable(tidy, lines))
            yield return new Refusal(
                $"Enter {what} again: a character in it cannot be stored",
                null,
                field
            );
    }

    private static System.Globalization.CultureInfo British { get; } =
        System.Globalization.CultureInfo.GetCultureInfo("en-GB");
}
