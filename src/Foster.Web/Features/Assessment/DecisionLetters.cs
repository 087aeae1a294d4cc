using System.Text.RegularExpressions;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

/// <summary>Letters that end the road before panel, and what must not stand in them (R-VAL-08, R-ASSESS-07).</summary>
public static partial class DecisionLetters
{
    public static string Declined(string reasons, Council council) =>
        $"""
            Thank you for applying to foster with {council.Name}. We have decided not to go on to an assessment.

            These are our reasons:

            {reasons.Trim()}

            {Complaints(council)}
            """;

    public static string Stage1Refused(string reasons, Council council) =>
        $"""
            We have decided that we cannot go on with your application to foster. The decision was made on the information of stage 1.

            These are our reasons:

            {reasons.Trim()}

            {Complaints(council)}
            """;

    /// <summary>Everything that is wrong with a letter at this stage.</summary>
    public static IReadOnlyList<Refusal> Against(string body, string field = "reason")
    {
        var wrong = new List<Refusal>();
        if (ReviewRoute().IsMatch(body))
            wrong.Add(
                new Refusal(
                    "The letter must not offer an independent review or representations: they are not open at this stage.",
                    "R-VAL-08",
                    field
                )
            );
        if (!body.Contains("complain", StringComparison.OrdinalIgnoreCase))
            wrong.Add(new Refusal("The letter has to say how to complain.", "R-ASSESS-07", field));
        return wrong;
    }

    private static string Complaints(Council council) =>
        $"If you are unhappy with how we came to this decision, you can complain to {council.TeamName}: "
        + $"telephone {council.Telephone}, e-mail {council.Email}, or write to {council.PostalAddress}.";

    [GeneratedRegex(
        @"\bIRM\b|independent\s+review|review\s+mechanism|written\s+representations|qualifying\s+determination",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ReviewRoute();
}
