using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// From an enquiry to the invitation to apply.
public static partial class DeadlineRules
{
    public static readonly DeadlineLine FirstContact = new DeadlineRule(
        "R-ENQ-02",
        "First contact with someone who enquired",
        "the day the enquiry arrived",
        "Knowsley, Milton Keynes",
        RuleForce.Prac,
        Confidence.V2
    ).Only(WorkingDaysAfter, 1);

    public static readonly DeadlineLine ConnectedContact = new DeadlineRule(
        "R-ENQ-11",
        "First conversation with a family that asks about a child they know",
        "the day the enquiry arrived",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 1);

    public static readonly DeadlineLine InformationPack = new DeadlineRule(
        "R-ENQ-04",
        "Information pack and invitation to an information session sent",
        "the day of first contact",
        "Foster4 seven steps",
        RuleForce.Prac,
        Confidence.V2
    ).Only(SameWorkingDay, 0);

    public static readonly DeadlineLine InitialVisit = new DeadlineRule(
        "R-ENQ-05",
        "Initial home visit",
        "the day the expression of interest arrived",
        "Milton Keynes, Foster4",
        RuleForce.Prac,
        Confidence.V2
    ).Only(WorkingDaysAfter, 5);

    public static readonly DeadlineLine VisitOutcome = new DeadlineRule(
        "R-ENQ-07",
        "Written outcome of the initial visit",
        "the day of the initial visit",
        "Medway",
        RuleForce.Prac,
        Confidence.V2
    ).Only(WorkingDaysAfter, 5);

    public static readonly DeadlineLine EnquiryConcern = new DeadlineRule(
        "R-ENQ-10",
        "Team manager decides about a concern",
        "the day the concern was found or told",
        "Milton Keynes; the number is our own policy",
        RuleForce.Prac,
        Confidence.V2
    )
        .Only(WorkingDaysAfter, 1)
        .ReadBy(Actors.Role.TeamManager)
        .OutlivingItsCase();

    private static readonly DeadlineRule NoContact = new(
        "R-ENQ-15",
        "An enquirer who cannot be reached",
        "the day of the first attempt",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    );

    public static readonly DeadlineLine NoContactClosure = NoContact.Line(
        "close",
        "No answer: the enquiry may be closed after three attempts",
        WorkingDaysAfter,
        10
    );

    public static readonly DeadlineLine NoContactReopening = NoContact.Line(
        "reopen",
        "Last day on which an enquiry closed without contact may be reopened",
        MonthsAfter,
        6,
        "the day the enquiry was closed"
    );

    public static readonly DeadlineLine EnquiryToDecision = new DeadlineRule(
        "R-ENQ-17",
        "From enquiry to final decision (the service's own aim)",
        "the day the enquiry arrived",
        "Wirral",
        RuleForce.Prac,
        Confidence.V2
    ).Only(MonthsAfter, 6);
}
