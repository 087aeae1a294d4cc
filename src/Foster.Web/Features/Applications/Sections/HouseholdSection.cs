using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Who else lives there (S3-03, S3-04). Nobody is an answer.</summary>
public sealed class HouseholdSection : ApplySection
{
    public override string Key => "household";

    public override string Title => "Who lives with you";

    public override string? Hint(ApplyFacts facts, ApplicantFacts who) => SharedHint(facts, who);

    /// <summary>Said of what both fill in together.</summary>
    internal static string? SharedHint(ApplyFacts facts, ApplicantFacts who) =>
        facts.PartnerOf(who) is { } partner
            ? $"{partner.Person.GivenName} can see and change this section too"
            : null;

    public override SectionOwner Owner => SectionOwner.Household;

    public override bool ClosesTogether => true;

    public override bool Started(ApplyFacts facts, ApplicantFacts who) =>
        facts.Application.HouseholdAnsweredOn is not null || facts.Others.Count > 0;

    public override IReadOnlyList<Refusal> Missing(ApplyFacts facts, ApplicantFacts who)
    {
        var missing = new List<Refusal>();
        foreach (var person in facts.Others.Where(p => p.DateOfBirth is null))
            missing.Add(new Refusal($"Give the date of birth of {person.FullName}.", "R-VAL-02"));
        foreach (var person in facts.Others.Where(p => p.Relationship.Length == 0))
            missing.Add(new Refusal($"Say how {person.FullName} is related to you.", "R-APP-02"));
        if (facts.Application.HouseholdAnsweredOn is null)
            missing.Add(
                new Refusal("Say who else lives with you, or that nobody else does.", "R-APP-02")
            );
        return missing;
    }

    public override IReadOnlyList<SummaryRow> Answers(ApplyFacts facts, ApplicantFacts who) =>
        facts.Others.Count == 0
            ?
            [
                Row(
                    "Others who live with you",
                    facts.Application.HouseholdAnsweredOn is null ? null : "Nobody else"
                ),
            ]
            :
            [
                .. facts.Others.Select(p =>
                    Row(
                        p.FullName,
                        string.Join(
                            ", ",
                            new[]
                            {
                                p.Relationship,
                                p.DateOfBirth is { } born ? "born " + BritishDate.Long(born) : "",
                            }.Where(t => t.Length > 0)
                        )
                    )
                ),
            ];
}
