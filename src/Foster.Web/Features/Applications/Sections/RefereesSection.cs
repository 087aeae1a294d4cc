using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>
/// People who can speak for the applicants: two at least for the household by law (R-REF-01, R-VAL-03), and as many of
/// which kind as the council asks for (R-REF-03).
/// </summary>
public sealed class RefereesSection : ApplySection
{
    public const int Least = 2;

    public override string Key => "referees";

    public override string Title => "People who can speak for you";

    public override string? Hint(ApplyFacts facts, ApplicantFacts who) =>
        facts.IsJoint
            ? $"{LeastOf(facts)} people at least, named by either of you"
            : $"{LeastOf(facts)} people at least";

    /// <summary>How many people the household names at least, by law and by its council.</summary>
    public static int LeastOf(ApplyFacts facts) => Math.Max(Least, facts.Needs.Personal);

    public override SectionOwner Owner => SectionOwner.Household;

    public override bool Started(ApplyFacts facts, ApplicantFacts who) =>
        facts.Referees.Any() || who.Background is not null;

    public override IReadOnlyList<Refusal> Missing(ApplyFacts facts, ApplicantFacts who)
    {
        var missing = new List<Refusal>();
        missing.AddRange(
            facts.Needs.MissingOf([.. facts.Referees]).Select(r => r with { Field = null })
        );
        // What is asked for after they have sent, by the council or by a new rule, is not asked of them any more.
        if (who.Part.IsSent)
            return missing;
        missing.AddRange(facts.Needs.MissingOf(who));
        foreach (var referee in who.Referees)
            missing.AddRange(
                RefereeRules.Against(referee, facts).Select(r => r with { Field = null })
            );
        return missing;
    }

    /// <summary>Each applicant sees those they named themself; of the partner's only how many there are.</summary>
    public override IReadOnlyList<SummaryRow> Answers(ApplyFacts facts, ApplicantFacts who)
    {
        var rows = who
            .Referees.Select(r => Row(r.Name, $"{r.Relationship}, known for {r.YearsKnown} years"))
            .ToList();
        var others = facts.Referees.Count() - who.Referees.Count;
        if (facts.PartnerOf(who) is { } partner && others > 0)
            rows.Add(Row($"Named by {partner.Person.GivenName}", Count(others)));
        return rows.Count > 0 ? rows : [Row("People named", null)];
    }

    private static string Count(int people) => people == 1 ? "1 person" : $"{people} people";
}

/// <summary>Who can be a referee (R-REF-04, R-VAL-03).</summary>
public static class RefereeRules
{
    public const int LeastYears = 2;

    /// <summary>Everything that stands against this person, beside the fields of the page.</summary>
    public static IReadOnlyList<Refusal> Against(Referee referee, ApplyFacts facts)
    {
        var against = new List<Refusal>();
        var name = Person.Fold(referee.Name);
        if (referee.YearsKnown < LeastYears)
            against.Add(
                new Refusal(
                    $"{referee.Name} must have known you for {LeastYears} years or more.",
                    "R-REF-04",
                    "years-known"
                )
            );
        if (!referee.SaidToBeAdult)
            against.Add(new Refusal($"{referee.Name} must be 18 or over.", "R-VAL-03", "adult"));
        if (referee.Email is null && referee.Telephone is null)
            against.Add(
                new Refusal(
                    $"Give an email address or a telephone number for {referee.Name}.",
                    "R-VAL-03",
                    "email"
                )
            );
        var household = facts.Others.Concat(facts.Applicants.Select(a => a.Person)).ToList();
        if (!referee.SharesName && household.Exists(p => Person.Fold(p.FullName) == name))
            against.Add(
                new Refusal(
                    $"{referee.Name} has the name of somebody who lives with you. Name somebody who does not, or tick that this is another person of the same name.",
                    "R-REF-04",
                    "name"
                )
            );
        against.AddRange(AgainstContacts(referee, facts, household));
        if (facts.Referees.Any(r => r.Id != referee.Id && Person.Fold(r.Name) == name))
            against.Add(
                new Refusal(
                    $"{referee.Name} has been named already. Name somebody else.",
                    "R-VAL-03",
                    "name"
                )
            );
        return against;
    }

    /// <summary>
    /// Who is reached where an applicant or another referee is reached is not shown to be somebody else (R-VAL-03), and
    /// what they say in confidence would be read there.
    /// </summary>
    private static IEnumerable<Refusal> AgainstContacts(
        Referee referee,
        ApplyFacts facts,
        List<CasePerson> household
    )
    {
        var others = facts.Referees.Where(r => r.Id != referee.Id && r.IsLive).ToList();
        if (Email(referee.Email) is { } email)
        {
            if (household.Exists(p => Email(p.Email) == email))
                yield return Own("email address", "email");
            else if (others.Exists(r => Email(r.Email) == email))
                yield return Named("email address", "email");
        }
        if (Telephone(referee.Telephone) is { } telephone)
        {
            if (household.Exists(p => Telephone(p.Telephone) == telephone))
                yield return Own("telephone number", "telephone");
            else if (others.Exists(r => Telephone(r.Telephone) == telephone))
                yield return Named("telephone number", "telephone");
        }

        Refusal Own(string what, string field) =>
            new(
                $"This {what} belongs to your household. Give one of {referee.Name}’s own.",
                "R-REF-04",
                field
            );

        Refusal Named(string what, string field) =>
            new(
                $"This {what} is given for another person who can speak for you. Give one of {referee.Name}’s own.",
                "R-VAL-03",
                field
            );
    }

    private static string? Email(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

    private static string? Telephone(string? telephone) =>
        string.IsNullOrWhiteSpace(telephone)
            ? null
            : PhoneField.Normalise(telephone) ?? telephone.Trim();
}
