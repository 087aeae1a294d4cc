using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>The questions of the enquiry that are the same for every council (§2.2 of the fostering rules).</summary>
public static class EnquiryQuestions
{
    /// <summary>Where somebody goes who is not 18 yet (R-ELIG-01).</summary>
    public const string TooYoungPath = "/enquire/not-yet";

    private const int AdultAge = 18;
    private const int OldestAge = 120;

    public const string You = "About you";
    public const string Partner = "Your partner";
    public const string Home = "Your home";
    public const string Fostering = "What you are interested in";
    public const string Last = "Before you send";

    public static readonly TextField GivenName = Name("given-name", "First name", "given-name");
    public static readonly TextField FamilyName = Name("family-name", "Last name", "family-name");

    public static readonly DateField Born = BirthDate(
        "date-of-birth",
        "What is your date of birth?",
        "Date of birth",
        "bday",
        hint: "You need to be 18 or over to foster. For example, 27 3 1985"
    );

    public static readonly EmailField Email = new("email")
    {
        Label = "Email address",
        Hint = "We send you a message with your reference and a link.",
        Autocomplete = "email",
        Optional = true,
    };

    public static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Telephone number",
        Hint = "We call you to talk about fostering.",
        Autocomplete = "tel",
        Optional = true,
    };

    public static readonly ChoiceField<string> Together = new(
        "together",
        new Option<string>("alone", "On my own"),
        new Option<string>("partner", "With a partner")
    )
    {
        Label = "Are you enquiring on your own or with a partner?",
        Called = "On your own or with a partner",
        Hint = "Single people and couples of every kind foster.",
        MissingMessage = "Select whether you are enquiring on your own or with a partner",
    };

    public static readonly TextField PartnerGivenName = Name(
        "partner-given-name",
        "First name",
        null,
        "Partner’s first name",
        "Enter your partner’s first name"
    );

    public static readonly TextField PartnerFamilyName = Name(
        "partner-family-name",
        "Last name",
        null,
        "Partner’s last name",
        "Enter your partner’s last name"
    );

    public static readonly DateField PartnerBorn = BirthDate(
        "partner-date-of-birth",
        "What is your partner’s date of birth?",
        "Partner’s date of birth",
        null,
        hint: "Your partner needs to be 18 or over as well. For example, 27 3 1985"
    );

    public static readonly EmailField PartnerEmail = new("partner-email")
    {
        Label = "Partner’s email address",
        Hint = "You may share one address.",
        Optional = true,
    };

    public static readonly PhoneField PartnerTelephone = new("partner-telephone")
    {
        Label = "Partner’s telephone number",
        Optional = true,
    };

    public static readonly TextField Line1 = Line("address-line-1", "Address line 1", 1);

    public static readonly TextField Line2 = Line("address-line-2", "Address line 2", 2);

    public static readonly TextField Town = new("town")
    {
        Label = "Town or city",
        MissingMessage = "Enter a town or city",
        Autocomplete = "address-level2",
        Spellcheck = false,
        Max = 100,
        Width = "govuk-!-width-two-thirds",
    };

    public static readonly PostcodeField Postcode = new("postcode")
    {
        Label = "Postcode",
        Autocomplete = "postal-code",
    };

    public static IReadOnlyList<JourneyQuestion> AboutYou { get; } =
    [
        new("name", "What is your name?", GivenName, FamilyName)
        {
            Section = You,
            Rows = form => [("Name", Join(form, " ", GivenName, FamilyName))],
        },
        new("date-of-birth", Born.Label, Born)
        {
            Section = You,
            LeadsAway = (form, today) => TooYoung(form.Get(Born), today),
        },
        new("contact", "How can we reach you?", Email, Telephone)
        {
            Section = You,
            Lead = ["Give us one or the other. Both is best."],
            Check = EmailOrTelephone,
        },
        new("together", Together.Label, Together) { Section = You },
        new("partner-name", "What is your partner’s name?", PartnerGivenName, PartnerFamilyName)
        {
            Section = Partner,
            Asked = IsJoint,
            Lead = ["Your partner is assessed together with you."],
            Rows = form =>
                [("Partner’s name", Join(form, " ", PartnerGivenName, PartnerFamilyName))],
        },
        new("partner-date-of-birth", PartnerBorn.Label, PartnerBorn)
        {
            Section = Partner,
            Asked = IsJoint,
            LeadsAway = (form, today) => TooYoung(form.Get(PartnerBorn), today),
        },
        new("partner-email", "How can we reach your partner?", PartnerEmail, PartnerTelephone)
        {
            Section = Partner,
            Lead = ["Leave both empty to give them later."],
            Asked = IsJoint,
        },
        new("address", "Where do you live?", Line1, Line2, Town, Postcode)
        {
            Section = Home,
            Rows = form => [("Address", Join(form, "\n", Line1, Line2, Town, Postcode))],
        },
    ];

    public static bool IsJoint(Form answers) => answers.Get(Together) == "partner";

    /// <summary>True for 18 to 20: most councils ask for 21, and none may refuse for it by a form (R-ELIG-01).</summary>
    public static bool IsUnder21(DateOnly? born, DateOnly today) =>
        born is { } day && day.AddYears(21) > today;

    private static string? TooYoung(DateOnly? born, DateOnly today) =>
        born is { } day && day.AddYears(AdultAge) > today ? TooYoungPath : null;

    private static string Join(Form form, string between, params Field[] fields) =>
        string.Join(
            between,
            fields.Select(f => f.Display(form.Answers)).Where(shown => shown.Length > 0)
        );

    private static void EmailOrTelephone(Form form)
    {
        if (form.Ok && form.Get(Email) is null && form.Get(Telephone) is null)
            form.AddError(Email, "Enter an email address or a telephone number");
    }

    private static TextField Name(
        string name,
        string label,
        string? purpose,
        string? called = null,
        string? missing = null
    ) =>
        new(name)
        {
            Label = label,
            Called = called ?? label,
            MissingMessage = missing ?? "Enter your " + label.ToLowerInvariant(),
            Autocomplete = purpose,
            Spellcheck = false,
            Max = 100,
            Width = "govuk-!-width-two-thirds",
        };

    private static TextField Line(string name, string label, int number) =>
        new(name)
        {
            Label = label,
            MissingMessage = "Enter address line 1, usually the building and street",
            Autocomplete = "address-line" + number,
            Optional = number > 1,
            Spellcheck = false,
            Max = 100,
        };

    /// <summary>A date of birth: in the past, and of somebody who may be alive.</summary>
    public static DateField BirthDate(
        string name,
        string label,
        string called,
        string? purpose,
        bool optional = false,
        string hint = "For example, 27 3 1985"
    ) =>
        new(name)
        {
            Label = label,
            Called = called,
            Hint = hint,
            Autocomplete = purpose,
            Optional = optional,
            MissingMessage = "Enter " + called[..1].ToLowerInvariant() + called[1..],
            Latest = today => today.AddDays(-1),
            LatestMessage = called + " must be in the past",
            Earliest = today => today.AddYears(-OldestAge),
            EarliestMessage = called + " must be less than 120 years ago. Check the year",
        };
}
