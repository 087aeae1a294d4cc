using System.Text.RegularExpressions;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Cases;

/// <summary>What the rules want in the letters of several features, and what must not stand in them.</summary>
public static partial class LetterLaw
{
    public static MustStand Reasons(string ruleId) =>
        new(LetterPlaces.Reasons, ruleId, "people are told why.");

    public static MustStand Complaint(string ruleId) =>
        new(LetterPlaces.Complaint, ruleId, "people are told how to complain.");

    /// <summary>Before panel there is neither a review nor representations, so that no letter may offer them.</summary>
    public static MustNotStand Review(string ruleId) =>
        new(
            ReviewRoute(),
            ruleId,
            "The letter must not offer an independent review or representations: they are not open at this stage."
        );

    [GeneratedRegex(
        @"\bIRM\b|independent\s+review|review\s+mechanism|written\s+representations|qualifying\s+determination",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ReviewRoute();
}
