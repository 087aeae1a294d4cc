using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>What panel says, as it was answered.</summary>
internal sealed record SaidByPanel(
    RecommendationOutcome Outcome,
    string Reasons,
    ApprovalTerms? Terms,
    string? Dissent
);

/// <summary>The questions what panel recommends, with reasons and terms.</summary>
internal static class RecommendFields
{
    public static ChoiceField<RecommendationOutcome> Outcome { get; } =
        new(
            "outcome",
            new(RecommendationOutcome.Approve, "That the applicants are approved, with terms"),
            new(RecommendationOutcome.NotApprove, "That the applicants are not approved")
        )
        {
            Label = "What does panel recommend?",
            MissingMessage = "Select what panel recommends",
        };

    public static TextField Why { get; } =
        new("reasons")
        {
            Label = "Panel's reasons",
            Rows = 6,
            Max = 10_000,
            Hint = "At least 20 characters",
        };

    public static TextField Dissent { get; } =
        new("dissent")
        {
            Label = "Who saw it otherwise, and why",
            Hint = "Name the role, not the person, and give no count of votes",
            Rows = 3,
            Max = 2_000,
            Optional = true,
        };

    public static IEnumerable<Field> All => [Outcome, Why, .. TermsForm.Fields, Dissent];

    public static SaidByPanel Read(Form form)
    {
        var outcome = form.Must(Outcome);
        return new SaidByPanel(
            outcome,
            form.Must(Why),
            outcome == RecommendationOutcome.Approve ? TermsForm.Read(form) : null,
            form.Get(Dissent)
        );
    }

    public static void Fill(Form form, Recommendation said)
    {
        form.Fill(Outcome, said.Outcome).Fill(Why, said.Reasons).Fill(Dissent, said.Dissent);
        TermsForm.Fill(form, said.Terms);
    }
}
