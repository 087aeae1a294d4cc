using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Who the applicant is and how to reach them (S3-01).</summary>
public sealed class YouSection : ApplySection
{
    /// <summary>Nobody younger can apply (R-VAL-01).</summary>
    public const int LeastAge = 18;

    public override string Key => "you";

    public override string Title => "Your details";

    public override bool Started(ApplyFacts facts, ApplicantFacts who) =>
        who.Part.DetailsSavedAt is not null;

    public override IReadOnlyList<Refusal> Missing(ApplyFacts facts, ApplicantFacts who)
    {
        var missing = new List<Refusal>();
        if (who.Part.DetailsSavedAt is null)
            missing.Add(new Refusal("Check your details and save them.", "R-APP-02"));
        if (who.Person.DateOfBirth is null)
            missing.Add(new Refusal("Give your date of birth.", "R-VAL-01"));
        if (who.Person.AgeOn(facts.Today) < LeastAge)
            missing.Add(
                new Refusal(
                    $"You must be {LeastAge} or over to apply. Check your date of birth.",
                    "R-VAL-01"
                )
            );
        if (who.Person.Telephone is null)
            missing.Add(new Refusal("Give a telephone number.", "R-APP-02"));
        return missing;
    }

    public override IReadOnlyList<SummaryRow> Answers(ApplyFacts facts, ApplicantFacts who) =>
        [
            Row("Full name", who.Person.FullName),
            Row("Previous names", who.Part.PreviousNames),
            Row(
                "Date of birth",
                who.Person.DateOfBirth is { } born ? BritishDate.Long(born) : null
            ),
            Row("Telephone", who.Person.Telephone is { } number ? PhoneField.Pretty(number) : null),
            Row("Email address", who.Person.Email),
        ];
}
