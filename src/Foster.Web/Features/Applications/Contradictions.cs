using Foster.Web.Features.Applications.Sections;

namespace Foster.Web.Features.Applications;

/// <summary>Answers of two sections that do not go well together. The applicant looks at them again; nothing is refused.</summary>
public static class Contradictions
{
    /// <summary>Each with the section in which it may have to be changed.</summary>
    public static IReadOnlyList<(ApplySection Section, string Words)> Of(
        ApplyFacts facts,
        ApplicantFacts who
    )
    {
        var found = new List<(ApplySection, string)>();
        var before = (FosteringBeforeSection)ApplySections.Of("fostering-before");
        if (
            who.Part.ApprovedElsewhere is true
            && FosteringBeforeSection.AnyIn(before.FormOf(facts, who)) is false
        )
            found.Add(
                (
                    before,
                    "You said that another service approved you in the last 12 months, and also that nobody of you was ever approved before."
                )
            );
        var relationships = (RelationshipsSection)ApplySections.Of("relationships");
        if (
            facts.Needs.FormerPartners
            && RelationshipsSection.MayContactOne(relationships.FormOf(facts, who))
            && !who.Referees.Any(r => r.Kind == RefereeKind.FormerPartner && r.IsLive)
        )
            found.Add(
                (
                    ApplySections.Of("referees"),
                    "You said that we may contact a former partner with whom you brought up children, and did not name them among the people who can speak for you."
                )
            );
        return found;
    }
}
