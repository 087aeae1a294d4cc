using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Mail;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>R-VAL-08: a letter of stage 1 gives reasons and the complaints route, and never a review.</summary>
public class DecisionLetterTests
{
    private static readonly LetterTemplate[] Both =
    [
        DecisionLetters.Stage1Refused,
        DecisionLetters.Declined,
    ];

    [Theory]
    [InlineData("You may apply to the IRM within 28 days of this letter.")]
    [InlineData("You can ask for an Independent  Review of this decision.")]
    [InlineData("You may send written representations to us until June.")]
    public void X_49_a_letter_that_offers_a_review_is_refused(string reasons)
    {
        foreach (var letter in Both)
            Assert.Equal("R-VAL-08", Assert.Single(letter.NeverSaid(reasons, "reason")).RuleId);
    }

    [Fact]
    public void R_ASSESS_07_every_letter_gives_reasons_and_says_how_to_complain()
    {
        foreach (var letter in Both)
        {
            Assert.Empty(letter.Against(letter.Words));
            var bare = letter.Against(new Wording("Our decision", "We refuse."));
            Assert.Equal(
                ["{complaint}", "{reasons}"],
                bare.Select(r => r.Reason.Split(' ')[0]).Order()
            );
        }
        Assert.Equal(
            "R-ASSESS-07",
            DecisionLetters.Stage1Refused.Against(new("Our decision", "{reasons}"))[0].RuleId
        );
    }

    [Fact]
    public void Words_that_only_look_alike_are_fine() =>
        Assert.All(
            Both,
            letter =>
                Assert.Empty(
                    letter.NeverSaid("We confirm that your firm reviews its hours.", "reason")
                )
        );
}
