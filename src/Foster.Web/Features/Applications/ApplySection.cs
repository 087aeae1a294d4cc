using Foster.Web.Features.Applications.Sections;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>Whether each applicant answers for themself or both answer together.</summary>
public enum SectionOwner
{
    EachApplicant,
    Household,
}

/// <summary>
/// One section of the application, declared once: the task list, the check before sending, the answers that are shown
/// and what staff read all come from it.
/// </summary>
public abstract class ApplySection
{
    /// <summary>The last part of its address under /apply.</summary>
    public abstract string Key { get; }

    public abstract string Title { get; }

    public virtual string? Hint(ApplyFacts facts, ApplicantFacts who) => null;

    public virtual SectionOwner Owner => SectionOwner.EachApplicant;

    /// <summary>Under which heading of the task list it stands, of those that each answers for themself.</summary>
    public virtual string Group => AboutYou;

    /// <summary>Both can change it, and it is closed to both when one of them has sent.</summary>
    public virtual bool ClosesTogether => false;

    protected const string AboutYou = "About you";
    protected const string YourLife = "Your life";
    protected const string ToCheck = "What we have to check";

    public virtual bool AppliesTo(ApplyFacts facts, ApplicantFacts who) => true;

    /// <summary>Everything that is missing or wrong, in whole sentences; empty when the section is complete.</summary>
    public abstract IReadOnlyList<Refusal> Missing(ApplyFacts facts, ApplicantFacts who);

    public abstract bool Started(ApplyFacts facts, ApplicantFacts who);

    public abstract IReadOnlyList<SummaryRow> Answers(ApplyFacts facts, ApplicantFacts who);

    /// <summary>The answers as staff read them with the rest of the application.</summary>
    public virtual IReadOnlyList<SummaryRow> StaffAnswers(ApplyFacts facts, ApplicantFacts who) =>
        Answers(facts, who);

    /// <summary>Documents that follow from the answers, by their keys; asked for when the application is complete.</summary>
    public virtual IEnumerable<string> DocumentsOf(ApplyFacts facts, ApplicantFacts who) => [];

    public string Href => "/apply/" + Key;

    public bool IsComplete(ApplyFacts facts, ApplicantFacts who) => Missing(facts, who).Count == 0;

    public string Status(ApplyFacts facts, ApplicantFacts who) =>
        IsComplete(facts, who) ? "Completed"
        : Started(facts, who) ? "In progress"
        : "Not yet started";

    protected static SummaryRow Row(string label, string? value) =>
        new(label, string.IsNullOrWhiteSpace(value) ? "Not provided" : value, null, "");
}

/// <summary>All sections, in the order of the task list.</summary>
public static class ApplySections
{
    public static IReadOnlyList<ApplySection> All { get; } =
    [
        new YouSection(),
        new AddressesSection(),
        new RelationshipsSection(),
        new ChildrenElsewhereSection(),
        new BackgroundSection(),
        new WorkSection(),
        new SmokingSection(),
        new FosteringBeforeSection(),
        new ImmigrationSection(),
        new HealthSection(),
        new CourtSection(),
        new ConsentsSection(),
        new HouseholdSection(),
        new HomeSection(),
        new PetsSection(),
        new SupportSection(),
        new RefereesSection(),
    ];

    public static ApplySection Of(string key) => All.Single(s => s.Key == key);

    public static ApplySection? Find(string key) => All.FirstOrDefault(s => s.Key == key);

    /// <summary>The sections that one applicant fills in, alone or with the partner.</summary>
    public static IEnumerable<ApplySection> For(ApplyFacts facts, ApplicantFacts who) =>
        All.Where(s => s.AppliesTo(facts, who));

    /// <summary>What stands between this applicant and sending their part: their own sections and the shared ones.</summary>
    public static IReadOnlyList<(ApplySection Section, Refusal Refusal)> MissingFor(
        ApplyFacts facts,
        ApplicantFacts who
    ) =>
        [
            .. from section in For(facts, who)
            from refusal in section.Missing(facts, who)
            select (section, refusal),
        ];

    /// <summary>
    /// What stands between the household and a complete application (R-APP-02). Of the other applicant's part only the
    /// section is named, never an answer (R-SOD-13).
    /// </summary>
    public static IReadOnlyList<Refusal> MissingForAll(ApplyFacts facts, ApplicantFacts reader)
    {
        var own = MissingFor(facts, reader).Select(m => m.Refusal).ToList();
        return
        [
            .. own,
            .. from other in facts.Applicants
            where other != reader
            from section in For(facts, other)
            where section.Missing(facts, other).Any(m => !IsShared(section, m))
            select new Refusal(
                $"{other.Person.GivenName}’s part: the section “{section.Title}” is not complete.",
                "R-APP-02"
            ),
        ];

        bool IsShared(ApplySection section, Refusal refusal) =>
            section.Owner == SectionOwner.Household && own.Contains(refusal);
    }
}
