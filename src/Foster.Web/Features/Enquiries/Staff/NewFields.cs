using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The questions of an enquiry that an officer writes down, and what they make together.</summary>
internal static class NewFields
{
    public static readonly ChoiceField<Channel> Channel = new("channel", EnquiryWords.StaffChannels)
    {
        Label = "How did it come?",
        MissingMessage = "Select how it came",
    };

    public static readonly DateField ReceivedOn = new("received-on")
    {
        Label = "When did they ask?",
        Called = "The date",
        Hint = "Up to 5 working days ago. For earlier ones ask the team manager.",
    };

    public static readonly TimeField ReceivedTime = new("received-time")
    {
        Label = "At what time?",
        Called = "The time",
    };
    public static readonly TextField Given = Name("given-name", "First name");
    public static readonly TextField Family = Name("family-name", "Last name");
    public static readonly DateField Born = Birth("date-of-birth");
    public static readonly EmailField Email = new("email")
    {
        Label = "Email address",
        Optional = true,
    };

    public static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Telephone number",
        Hint = "A telephone number or an email address is needed to call them back",
        Optional = true,
    };

    public static readonly TextField WhenToCall = new("when-to-call")
    {
        Label = "When can we call?",
        Optional = true,
    };
    public static readonly TextField PartnerGiven = Name(
        "partner-given-name",
        "Partner’s first name",
        true
    );
    public static readonly TextField PartnerFamily = Name(
        "partner-family-name",
        "Partner’s last name",
        true
    );
    public static readonly DateField PartnerBorn = Birth(
        "partner-date-of-birth",
        "Partner’s date of birth"
    );
    public static readonly EmailField PartnerEmail = new("partner-email")
    {
        Label = "Partner’s email address",
        Optional = true,
    };
    public static readonly PhoneField PartnerTelephone = new("partner-telephone")
    {
        Label = "Partner’s telephone number",
        Optional = true,
    };
    public static readonly TextField Lines = new("address")
    {
        Label = "Address",
        Optional = true,
        Spellcheck = false,
    };
    public static readonly TextField Town = new("town")
    {
        Label = "Town or city",
        Optional = true,
        Spellcheck = false,
    };
    public static readonly PostcodeField Postcode = new("postcode")
    {
        Label = "Postcode",
        Optional = true,
    };

    public static readonly TextField Others = new("others")
    {
        Label = "Who else lives at home?",
        Hint = "Such as “a son of 12 and a grandmother”",
        Optional = true,
        Max = 1000,
        Rows = 2,
    };

    public static readonly NumberField SpareRooms = new("spare-rooms")
    {
        Label = "Spare bedrooms",
        Optional = true,
        Max = 20,
    };
    public static readonly MultiChoiceField<string> Interests = new(
        "interests",
        EnquiryWords.Interests
    )
    {
        Label = "What are they interested in?",
        Optional = true,
    };

    public static readonly YesNoField KnowsChild = new("knows-child")
    {
        Label = "Do they ask about a child they already know?",
        MissingMessage = "Select yes if they ask about a child they know",
    };

    public static readonly TextField CurrentService = new("current-service")
    {
        Label = "If they foster for another service now: which one?",
        Called = "The service they foster for",
        Hint = "The case then goes on the transfer track (R-ENQ-12)",
        Optional = true,
        Spellcheck = false,
    };

    public static readonly TickField ChildrenPlaced = new("children-placed")
    {
        Label = "A child is placed with them there now",
    };

    public static readonly ChoiceField<string> HeardFrom = new(
        "heard-from",
        [.. ChannelWords.HeardFrom.Select(l => new Option<string>(l, l))]
    )
    {
        Label = "How did they hear of us?",
        Optional = true,
        AsSelect = true,
    };

    public static readonly TextField HowHeard = new("how-heard")
    {
        Label = "Which event, advertisement or person was it?",
        Optional = true,
    };
    public static readonly TextField AccessNeeds = new("access-needs")
    {
        Label = "Access or language needs",
        Optional = true,
        Max = 2000,
        Rows = 2,
    };

    public static readonly YesNoField Connected = new("connected")
    {
        Label = "Is anybody in the household connected with staff, a councillor or a panel member?",
        Hint =
            "You must ask this (R-ENQ-13). If yes, only the intake officers can open the enquiry.",
        MissingMessage = "Select yes if there is a connection",
    };

    public static readonly TextField WithWhom = new("with-whom")
    {
        Label = "With whom?",
        Optional = true,
        Max = 500,
    };

    public static readonly TickField Consent = new("consent")
    {
        Label = "They agreed that we write this down",
        MustBeTicked = "Confirm that they agreed that we write this down",
    };

    public static readonly TickField Privacy = new("privacy")
    {
        Label = "They heard or read the privacy notice",
    };

    /// <summary>The input of the operation, or what is missing between the fields.</summary>
    public static Result<SubmitEnquiryInput> Input(Form form, Council council, DateTime receivedAt)
    {
        var missing = Missing(form);
        if (missing.Count > 0)
            return Result<SubmitEnquiryInput>.Refused(missing);
        return new SubmitEnquiryInput(
            council.Id,
            form.Must(Channel),
            receivedAt,
            new NewPerson(
                form.Must(Given),
                form.Must(Family),
                form.Get(Born),
                form.Get(Email),
                form.Get(Telephone)
            ),
            form.Get(PartnerGiven) is { } given
                ? new NewPerson(
                    given,
                    form.Must(PartnerFamily),
                    form.Get(PartnerBorn),
                    form.Get(PartnerEmail),
                    form.Get(PartnerTelephone)
                )
                : null,
            form.Get(Postcode) is { } postcode
                ? new NewAddress(form.Get(Lines) ?? "", form.Get(Town), postcode)
                : null,
            [],
            form.Get(SpareRooms),
            form.Get(Interests) ?? [],
            form.Must(KnowsChild),
            form.Get(WhenToCall),
            Heard(form.Get(HeardFrom), form.Get(HowHeard)),
            form.Must(Connected),
            form.Get(WithWhom),
            form.Get(Privacy) is true ? council.PrivacyNoticeVersion : null,
            form.Get(AccessNeeds),
            form.Get(Consent) is true,
            form.Get(Others),
            CurrentService: form.Get(CurrentService),
            ChildrenPlaced: form.Get(ChildrenPlaced) is true
        );
    }

    private static string? Heard(string? answer, string? detail) =>
        answer is not null && detail is not null ? $"{answer}: {detail}" : answer ?? detail;

    private static List<Refusal> Missing(Form form)
    {
        var missing = new List<Refusal>();
        var given = form.Get(PartnerGiven) is not null;
        var family = form.Get(PartnerFamily) is not null;
        var other =
            form.Get(PartnerBorn) is not null
            || form.Get(PartnerEmail) is not null
            || form.Get(PartnerTelephone) is not null;
        if (!given && (family || other))
            missing.Add(new("Enter the partner’s first name.", null, PartnerGiven.Name));
        if (!family && (given || other))
            missing.Add(new("Enter the partner’s last name.", null, PartnerFamily.Name));
        if (form.Get(Postcode) is null && (form.Get(Lines) ?? form.Get(Town)) is not null)
            missing.Add(new("Enter the postcode of the address.", null, Postcode.Name));
        if (form.Get(Postcode) is not null && form.Get(Lines) is null)
            missing.Add(new("Enter the first line of the address.", null, Lines.Name));
        return missing;
    }

    private static TextField Name(string name, string label, bool optional = false) =>
        new(name)
        {
            Label = label,
            Optional = optional,
            Spellcheck = false,
            Max = 100,
        };

    private static DateField Birth(string name, string label = "Date of birth") =>
        new(name)
        {
            Label = label,
            Optional = true,
            Latest = today => today.AddDays(-1),
            LatestMessage = $"{label} must be in the past",
            Earliest = today => today.AddYears(-120),
        };
}
