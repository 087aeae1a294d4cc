using System.Text.RegularExpressions;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Connected;

/// <summary>What may stand for a child: a reference of the case system, which has a digit, and never a name (R-VAL-07).</summary>
public static partial class ChildReferences
{
    public const int Longest = 30;

    public static IReadOnlyList<Refusal> Against(string reference) =>
        Shape().IsMatch(reference.Trim())
            ? []
            :
            [
                new Refusal(
                    $"Enter the child’s reference from your case system: letters, digits and dashes, with at least one digit, {Longest} characters at most. Never a name.",
                    "R-VAL-07",
                    "child"
                ),
            ];

    [GeneratedRegex(@"^(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9/-]{1,29}$")]
    private static partial Regex Shape();
}
