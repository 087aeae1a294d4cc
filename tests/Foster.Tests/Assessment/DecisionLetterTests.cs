using Foster.Web.Features.Assessment;
using Foster.Web.Features.Operate.Demo;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>R-VAL-08: a letter of stage 1 gives reasons and the complaints route, and never a review.</summary>
public class DecisionLetterTests
{
    [Theory]
    [InlineData("You may apply to the IRM within 28 days of this letter.")]
    [InlineData("You can ask for an Independent  Review of this decision.")]
    [InlineData("You may send written representations to us until June.")]
    public void X_49_a_letter_that_offers_a_review_is_refused(string reasons)
    {
        var wrong = DecisionLetters.Against(
            DecisionLetters.Stage1Refused(reasons, DemoCouncils.Harbourside())
        );

        Assert.Equal("R-VAL-08", Assert.Single(wrong).RuleId);
    }

    [Fact]
    public void R_ASSESS_07_every_letter_says_how_to_complain()
    {
        var council = DemoCouncils.Harbourside();
        foreach (
            var body in (string[])
                [
                    DecisionLetters.Stage1Refused("The home is too small for a child.", council),
                    DecisionLetters.Declined("The home is too small for a child.", council),
                ]
        )
        {
            Assert.Empty(DecisionLetters.Against(body));
            Assert.Contains($"you can complain to {council.TeamName}", body);
            Assert.Contains("too small", body);
        }
        Assert.Equal("R-ASSESS-07", Assert.Single(DecisionLetters.Against("We refuse.")).RuleId);
    }

    [Fact]
    public void Words_that_only_look_alike_are_fine() =>
        Assert.Empty(
            DecisionLetters.Against(
                DecisionLetters.Declined(
                    "We confirm that your firm reviews its hours.",
                    DemoCouncils.Westmoor()
                )
            )
        );
}
