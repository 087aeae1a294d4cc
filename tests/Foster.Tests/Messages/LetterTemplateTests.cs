using Foster.Web.Features.Approvals;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Enquiries.Letters;
using Foster.Web.Foundation.Mail;
using Xunit;

namespace Foster.Tests.Messages;

/// <summary>The kinds of letters: what can be filled into them, and what no council leaves out or adds.</summary>
public sealed class LetterTemplateTests
{
    /// <summary>A letter says of a case what an e-mail may say, and beyond that these.</summary>
    private static readonly string[] Allowed =
    [
        "reference",
        "date",
        "team",
        "council",
        "telephone",
        "opening hours",
        "postal address",
        "email",
        "reasons",
        "complaint",
        "ask again",
        "what to expect",
        "terms",
        "what we keep",
    ];

    private static IEnumerable<LetterTemplate> Letters =>
        MailTemplates.All.OfType<LetterTemplate>();

    public static TheoryData<string> Keys => [.. Letters.Select(l => l.Key)];

    [Fact]
    public void The_letters_of_enquiry_assessment_and_approval_are_found_where_they_are_declared() =>
        Assert.Equal(
            [
                "application.declined",
                "application.withdrawal",
                "approval.notice",
                "enquiry.declined",
                "enquiry.invited",
                "enquiry.no-contact",
                "enquiry.not-now",
                "enquiry.visit-declined",
                "stage1.refused",
            ],
            Letters.Select(l => l.Key).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_letter_says_no_more_than_the_list_allows() =>
        Assert.Equal(
            Allowed.Order(),
            Letters.SelectMany(l => l.Placeholders).Select(p => p.Name).Distinct().Order()
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_the_law_wants_can_be_left_out_of_no_letter(string key)
    {
        var letter = Letters.Single(l => l.Key == key);

        Assert.NotEmpty(letter.Law);
        foreach (var must in letter.Law)
        {
            var without = letter.Words with
            {
                Body = letter.Words.Body.Replace(must.Place.Written, "", StringComparison.Ordinal),
            };
            var refusal = Assert.Single(letter.Against(without));
            Assert.Equal((must.RuleId, WordingCheck.BodyField), (refusal.RuleId, refusal.Field));
            Assert.Contains(must.Place.Written, refusal.Reason, StringComparison.Ordinal);
        }
    }

    /// <summary>R-ENQ-08 and R-VAL-08: no review and no representations before panel.</summary>
    [Theory]
    [InlineData("You may ask the IRM.")]
    [InlineData("There is an Independent  Review.")]
    [InlineData("Send written representations by June.")]
    [InlineData("This is a qualifying determination.")]
    public void No_letter_before_panel_can_be_worded_to_offer_a_review(string offer)
    {
        foreach (
            var letter in new[]
            {
                EnquiryLetters.Declined,
                EnquiryLetters.VisitDeclined,
                DecisionLetters.Declined,
                DecisionLetters.Stage1Refused,
            }
        )
        {
            var worded = letter.Words with { Body = letter.Words.Body + "\n\n" + offer };
            Assert.Contains(letter.Against(worded), r => r.RuleId is "R-ENQ-08" or "R-VAL-08");
        }
        Assert.Empty(ApprovalLetter.Words.Never);
    }

    /// <summary>R-APP-04: qualities, standards, stages, timescales, what is asked for, and why each check is made.</summary>
    [Theory]
    [InlineData("What we look for")]
    [InlineData("standards")]
    [InlineData("Stage 1")]
    [InlineData("Stage 2")]
    [InlineData("8 months")]
    [InlineData("What we will ask you for")]
    [InlineData("Why we make each check")]
    public void R_APP_04_an_invitation_explains_all_that_the_standards_want(string words) =>
        Assert.Contains(words, InvitationFacts.Words, StringComparison.Ordinal);
}
