using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>What each section takes and refuses, and what it points out to staff (§2.1, §4.2 of the rules).</summary>
public sealed class SectionRulesTests
{
    private static readonly DateOnly Today = new(2026, 5, 15);

    public static TheoryData<string> Keys =>
        [.. ApplySections.All.OfType<AskedSection>().Select(s => s.Key)];

    [Theory]
    [InlineData("S3-02", "health")]
    [InlineData("S3-03", "household")]
    [InlineData("S3-04", "children-elsewhere")]
    [InlineData("S3-05", "home")]
    [InlineData("S3-06", "fostering-before")]
    [InlineData("S3-08", "referees")]
    [InlineData("S3-10", "relationships")]
    [InlineData("S3-11 S3-12 S3-13", "background")]
    [InlineData("S3-14", "work")]
    [InlineData("R-ELIG-04", "immigration")]
    [InlineData("R-ELIG-06", "smoking")]
    [InlineData("R-ELIG-07", "pets")]
    [InlineData("R-ELIG-08", "court")]
    [InlineData("CHK-25", "support")]
    public void What_the_law_and_policy_ask_for_has_a_section(string rules, string key) =>
        Assert.True(ApplySections.Find(key) is not null, rules);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Plain_answers_complete_each_section_and_nothing_is_pointed_out(string key) =>
        Assert.Empty(Errors(key).Concat(Flags(key)));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Without_answers_every_required_question_is_named(string key)
    {
        var section = PlainAnswers.Section(key);
        var form = section.NewForm();
        section.Check(form, Today);
        var required = form.Fields.Where(f => form.Counts(f) && !f.Optional).ToList();
        Assert.Equal(required, form.Errors.Select(e => e.Field!));
        Assert.All(form.Errors, e => Assert.Matches("^(Select|Enter|Say|Confirm) ", e.Message));
    }

    [Theory]
    [InlineData("relationships", "since", "married", "now=married;since=")]
    [InlineData("relationships", "since", "in the future", "now=married;since=2027")]
    [InlineData("relationships", "since", "no year", "now=married;since=20x4")]
    [InlineData(
        "relationships",
        "former-partner-1-name,former-partner-1-from,former-partner-1-to,former-partner-1-children,former-partner-1-contact",
        "a former partner without anything",
        "before=yes"
    )]
    [InlineData(
        "relationships",
        "former-partner-1-to,former-partner-1-why-not",
        "not to be contacted, without why",
        "before=yes;former-partner-1-name=Jo Demo;former-partner-1-from=2001;former-partner-1-to=;former-partner-1-children=yes;former-partner-1-contact=no"
    )]
    [InlineData(
        "relationships",
        "former-partner-1-to",
        "ended before it began",
        "before=yes;former-partner-1-name=Jo Demo;former-partner-1-from=2005;former-partner-1-to=2001;former-partner-1-children=no;former-partner-1-contact=yes"
    )]
    [InlineData(
        "children-elsewhere",
        "child-1-born,child-1-contact",
        "born tomorrow, R-VAL-04",
        "any=yes;child-1-name=Zo Demo;child-1-born-day=16;child-1-born-month=5;child-1-born-year=2026;child-1-where=Their aunt"
    )]
    [InlineData("work", "what,hours", "employed", "doing=employed")]
    [InlineData(
        "work",
        "hours",
        "more hours than there are",
        "doing=employed;what=Joiner;hours=170"
    )]
    [InlineData("smoking", "where", "smokes", "you=smoke")]
    [InlineData(
        "fostering-before",
        "earlier-request-1-year",
        "in a year to come",
        "any=yes;earlier-request-1-who=I;earlier-request-1-what=adopt;earlier-request-1-with=Demo Council;earlier-request-1-year=2030;earlier-request-1-outcome=refused"
    )]
    [InlineData("immigration", "ends", "leave that ends", "status=limited")]
    [InlineData(
        "immigration",
        "ends",
        "no such day",
        "status=limited;ends-day=31;ends-month=2;ends-year=2027"
    )]
    [InlineData("immigration", "more", "waits for a decision", "status=waiting")]
    [InlineData("health", "which,treatment", "a condition", "conditions=yes;treated=yes")]
    [InlineData("health", "declared", "not declared", "declared=")]
    [InlineData("court", "family-what,offences-what", "says yes alone", "family=yes;offences=yes")]
    [InlineData("home", "landlord", "rented", "tenure=private")]
    [InlineData("home", "spare", "more free than there are", "bedrooms=2;spare=3")]
    [InlineData(
        "home",
        "water-what,guns-what,vehicles-what",
        "what can hurt a child",
        "water=yes;guns=yes;vehicles=yes"
    )]
    [InlineData(
        "pets",
        "animal-2-kind,animal-2-breed,animal-2-licence,animal-2-hurt",
        "a second animal",
        "any=yes;animal-count=2;animal-1-kind=cat;animal-1-breed=Tabby;animal-1-licence=no;animal-1-hurt=no"
    )]
    [InlineData("support", "instead", "nobody, and nowhere to turn", "instead=")]
    public void What_is_missing_or_wrong_is_said_beside_its_question(
        string key,
        string fields,
        string because,
        string given
    ) =>
        Assert.True(
            fields == string.Join(',', Errors(key, Given(given)).Select(e => e.Split('|')[0])),
            $"{because}: {string.Join(" / ", Errors(key, Given(given)))}"
        );

    [Theory]
    [InlineData("R-ELIG-03", "home", "spare=0")]
    [InlineData("CHK-18", "home", "guns=yes;guns-what=An air rifle in a locked cabinet")]
    [InlineData(
        "R-ELIG-04",
        "immigration",
        "status=limited;ends-day=1;ends-month=3;ends-year=2027"
    )]
    [InlineData("R-ELIG-04", "immigration", "status=other;more=It is complicated.")]
    [InlineData("R-ELIG-06", "smoking", "you=vape;where=Outside")]
    [InlineData("R-ELIG-07", "pets", OneDog + "Beagle")]
    [InlineData(
        "S3-06",
        "fostering-before",
        "any=yes;earlier-request-1-who=I;earlier-request-1-what=adopt;earlier-request-1-with=Demo Council;earlier-request-1-year=2020;earlier-request-1-outcome=refused"
    )]
    public void R_DP_16_what_a_person_has_to_look_at_is_pointed_out_and_refuses_nobody(
        string rule,
        string key,
        string given
    )
    {
        Assert.Empty(Errors(key, Given(given)));
        Assert.Contains(
            Flags(key, Given(given)),
            f => f.EndsWith("|" + rule, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("XL Bully", 2)]
    [InlineData("mostly pit-bull terrier", 2)]
    [InlineData("Beagle", 1)]
    public void R_ELIG_07_each_animal_needs_an_assessment_and_what_may_be_banned_is_named(
        string breed,
        int flags
    ) => Assert.Equal(flags, Flags("pets", Given(OneDog + breed)).Count());

    [Fact]
    public void R_ELIG_05_no_relationship_tenure_or_origin_points_anything_out()
    {
        foreach (var now in (string[])["single", "together", "apart", "married", "civil"])
            Assert.Empty(Flags("relationships", ("now", now), ("since", "2020")));
        foreach (var tenure in (string[])["owned", "council", "private", "work", "family"])
            Assert.Empty(Flags("home", ("tenure", tenure), ("landlord", "no")));
        Assert.Empty(Flags("background", ("religion", "Sikh"), ("origin", "Welsh")));
        Assert.Empty(Flags("work", ("debts", "yes"), ("doing", "unable")));
    }

    [Theory]
    [InlineData("health", "gp", Privacy.Special)]
    [InlineData("health", "which", Privacy.Special)]
    [InlineData("relationships", "former-partner-3-why-not", Privacy.Special)]
    [InlineData("background", "religion", Privacy.Special)]
    [InlineData("immigration", "ends-year", Privacy.Special)]
    [InlineData("court", "family-what", Privacy.Special)]
    [InlineData("court", "offences", Privacy.Criminal)]
    [InlineData("court", "offences-what", Privacy.Criminal)]
    [InlineData("court", "barred", Privacy.Criminal)]
    [InlineData("pets", "animal-1-breed", Privacy.Personal)]
    public void R_DP_02_and_R_DP_03_each_answer_lies_with_its_kind(
        string key,
        string input,
        Privacy privacy
    ) => Assert.Equal(privacy, PlainAnswers.Section(key).MarkOfInput(input));

    /// <summary>CHK-19, CHK-21, CHK-23 and CHK-24 need papers only where the answers say so.</summary>
    [Theory]
    [InlineData("pets", "any=no", "")]
    [InlineData("pets", OneDog + "Poodle", "pets")]
    [InlineData("immigration", "status=citizen", "")]
    [InlineData("immigration", "status=settled", "residence")]
    [InlineData("home", "tenure=owned;vehicles=no", "")]
    [InlineData("home", "tenure=private;vehicles=yes", "permission car")]
    [InlineData("home", "tenure=council;vehicles=no", "permission")]
    [InlineData("work", "", "")]
    public void Answers_ask_for_the_documents_that_follow_from_them(
        string key,
        string given,
        string documents
    )
    {
        var asked = Of(
            key,
            given.Length == 0 ? [] : Given(given),
            (section, facts, who) => section.DocumentsOf(facts, who).ToList()
        );

        Assert.Equal(documents.Split(' ', StringSplitOptions.RemoveEmptyEntries), asked);
        Assert.All(asked, a => Assert.NotNull(DocumentKinds.Find(a)));
    }

    private const string OneDog =
        "any=yes;animal-count=1;animal-1-kind=dog;animal-1-licence=no;animal-1-hurt=no;animal-1-breed=";

    private static (string, string)[] Given(string words) =>
        [.. words.Split(';').Select(w => w.Split('=', 2)).Select(w => (w[0], w[1]))];

    private static IEnumerable<string> Errors(string key, params (string, string)[] given)
    {
        var section = PlainAnswers.Section(key);
        var form = section.NewForm().FromJson(PlainAnswers.Of(key, given));
        section.Check(form, Today);
        return form.Errors.Select(e => $"{e.Field?.Name}|{e.Message}");
    }

    private static IEnumerable<string> Flags(string key, params (string, string)[] given) =>
        Of(key, given, (section, facts, who) => section.Flags(facts, who))
            .Select(f => $"{f.Words}|{f.RuleId}");

    private static T Of<T>(
        string key,
        (string, string)[] given,
        Func<AskedSection, ApplyFacts, ApplicantFacts, T> look
    )
    {
        var (council, caseId, personId) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var section = PlainAnswers.Section(key);
        var application = new Application
        {
            CouncilId = council,
            CaseId = caseId,
            CreatedOn = Today,
        };
        var together = section.Owner == SectionOwner.Household;
        var kept = new SectionAnswers
        {
            CouncilId = council,
            CaseId = caseId,
            ApplicationId = application.Id,
            PersonId = together ? null : personId,
            Holder = together ? application.Id : personId,
            Section = key,
        };
        kept.Keep(
            KeptAnswers.Read(PlainAnswers.Of(key, given)),
            section.MarkOfInput,
            true,
            DateTime.UnixEpoch
        );
        var who = new ApplicantFacts(
            Somebody(personId),
            new ApplicantPart
            {
                CouncilId = council,
                CaseId = caseId,
                ApplicationId = application.Id,
                PersonId = personId,
                Position = 1,
            },
            [],
            [],
            [],
            HasAccount: true
        );
        var facts = new ApplyFacts(caseId, "HAR-1", application, Today, [who], [])
        {
            Needs = new RefereeNeeds(3, 1, 1, Employer: true, FormerPartners: true),
            Sections = [kept],
        };
        return look(section, facts, who);
    }

    private static CasePerson Somebody(Guid id) =>
        new(id, "Robin", "Demo-Apply", new(1985, 3, 4), null, null, true, 1, "");
}
