using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Which checks the applicant agrees to. No is an answer too (R-APP-05).</summary>
public sealed class ConsentsSection : ApplySection
{
    public override string Key => "consents";

    public override string Title => "What we may check";

    public override string Group => ToCheck;

    public override bool Started(ApplyFacts facts, ApplicantFacts who) =>
        who.Consents.Any(c => c.WithdrawnAt is null);

    public override IReadOnlyList<Refusal> Missing(ApplyFacts facts, ApplicantFacts who) =>
        [
            .. who.Part.ApprovedElsewhere is null
                ? new[]
                {
                    new Refusal(
                        "Say whether another fostering service approved you in the last 12 months.",
                        "R-TRF-05"
                    ),
                }
                : [],
            .. ConsentWordings
                .AskedOf(who.Part.ApprovedElsewhere)
                .Where(w => !IsAnswered(who, w.CheckKey))
                .Select(w => new Refusal(
                    $"Say whether you agree to the check “{w.Name}”.",
                    "R-APP-05"
                )),
        ];

    /// <summary>Once their part is sent, a consent that was taken back is an answer too, about which the team manager decides.</summary>
    private static bool IsAnswered(ApplicantFacts who, string checkKey) =>
        who.Part.IsSent
            ? who.Consents.Any(c => c.CheckKey == checkKey)
            : who.ConsentFor(checkKey) is not null;

    public override IReadOnlyList<SummaryRow> Answers(ApplyFacts facts, ApplicantFacts who) =>
        [
            Row(
                "Approved by another fostering service in the last 12 months",
                who.Part.ApprovedElsewhere switch
                {
                    true => "Yes",
                    false => "No",
                    null => null,
                }
            ),
            .. ConsentWordings
                .AskedOf(who.Part.ApprovedElsewhere)
                .Select(w =>
                    Row(
                        w.Name,
                        who.ConsentFor(w.CheckKey) switch
                        {
                            { Given: true } => "Yes, I agree",
                            { Given: false } => "No",
                            null => who.Consents.Any(c => c.CheckKey == w.CheckKey)
                                ? "Taken back"
                                : null,
                        }
                    )
                ),
        ];
}
