using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Applications;

/// <summary>An application as it is being filled in: everything that the sections look at.</summary>
public sealed record ApplyFacts(
    Guid CaseId,
    string Reference,
    Application Application,
    DateOnly Today,
    IReadOnlyList<ApplicantFacts> Applicants,
    IReadOnlyList<CasePerson> Others
)
{
    /// <summary>How many referees of which kind the council asks for.</summary>
    public required RefereeNeeds Needs { get; init; }

    /// <summary>What was answered in the sections that are lists of questions.</summary>
    public IReadOnlyList<SectionAnswers> Sections { get; init; } = [];

    /// <summary>What this applicant, or both together, answered in a section; null for nothing yet.</summary>
    public SectionAnswers? AnswersOf(ApplySection section, ApplicantFacts who)
    {
        Guid? whose = section.Owner == SectionOwner.Household ? null : who.Person.PersonId;
        return Sections.FirstOrDefault(a => a.Section == section.Key && a.PersonId == whose);
    }

    public bool IsJoint => Applicants.Count > 1;

    public IEnumerable<Referee> Referees => Applicants.SelectMany(a => a.Referees);

    public ApplicantFacts Main => Applicants[0];

    public ApplicantFacts? Find(Guid? personId) =>
        Applicants.FirstOrDefault(a => a.Person.PersonId == personId);

    /// <summary>The other of two applicants.</summary>
    public ApplicantFacts? PartnerOf(ApplicantFacts who) =>
        Applicants.FirstOrDefault(a => a.Person.PersonId != who.Person.PersonId);
}

/// <summary>One applicant and what they have answered.</summary>
public sealed record ApplicantFacts(
    CasePerson Person,
    ApplicantPart Part,
    IReadOnlyList<PersonAddress> Addresses,
    IReadOnlyList<Referee> Referees,
    IReadOnlyList<Consent> Consents,
    bool HasAccount
)
{
    /// <summary>What they said of employers and former partners; null while they have not.</summary>
    public RefereeBackground? Background { get; init; }

    /// <summary>The answer in force for a check; null while there is none.</summary>
    public Consent? ConsentFor(string checkKey) =>
        Consents.FirstOrDefault(c => c.CheckKey == checkKey && c.WithdrawnAt is null);

    /// <summary>They refuse this check, or took their consent back (R-APP-05).</summary>
    public bool Stops(string checkKey) => Consents.Where(c => c.CheckKey == checkKey).Stop();
}
