using System.Text;
using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Names that are stored as code, as a person says them.</summary>
public static class Spoken
{
    /// <summary>"AwaitingFirstContact" and "no-spare-room" as "awaiting first contact" and "no spare room".</summary>
    public static string Code(string code)
    {
        var words = new StringBuilder(code.Length + 8);
        for (var i = 0; i < code.Length; i++)
        {
            var starts = i > 0 && char.IsUpper(code[i]) && !char.IsUpper(code[i - 1]);
            var digit = i > 0 && char.IsDigit(code[i]) && char.IsLetter(code[i - 1]);
            if (starts || digit)
                words.Append(' ');
            words.Append(code[i] is '-' or '_' or '.' ? ' ' : char.ToLowerInvariant(code[i]));
        }
        return words.ToString();
    }

    public static string Sentence(string code) =>
        Code(code) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    public static string Holder(string role) =>
        Enum.TryParse<Role>(role, out var known) ? known.Title()
        : role == RestrictedClocks.Intake ? "Intake officer"
        : role;

    /// <summary>"Maya Example, team manager, on behalf of Zoë Example".</summary>
    public static string Doer(TimelineEntry entry)
    {
        var role = Holder(entry.ActorRole);
        var who = role == entry.ActorName ? role : $"{entry.ActorName}, {role.ToLowerInvariant()}";
        return entry.OnBehalfOf is { } whom ? $"{who}, on behalf of {whom}" : who;
    }
}
