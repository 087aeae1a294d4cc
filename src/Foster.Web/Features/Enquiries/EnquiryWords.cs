using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries;

/// <summary>Choices of the enquiry in words, for forms and for reading.</summary>
public static class EnquiryWords
{
    public static IReadOnlyList<Option<Channel>> StaffChannels { get; } =
    [
        new(Channel.Telephone, "Telephone"),
        new(Channel.Event, "Event"),
        new(Channel.Email, "Email"),
        new(Channel.InPerson, "In person"),
        new(Channel.HubPartner, "The regional hub"),
    ];

    public static IReadOnlyList<Option<ContactMethod>> Methods { get; } =
    [
        new(ContactMethod.Telephone, "Telephone"),
        new(ContactMethod.Email, "Email"),
        new(ContactMethod.Message, "Text message"),
        new(ContactMethod.InPerson, "In person"),
    ];

    public static IReadOnlyList<Option<DeclineReason>> DeclineReasons { get; } =
    [
        new(DeclineReason.Home, "The home or its bedrooms"),
        new(DeclineReason.Availability, "Time to look after a child"),
        new(DeclineReason.Circumstances, "Circumstances at present"),
        new(DeclineReason.Safeguarding, "Safety of children"),
        new(DeclineReason.NeedsOfChildren, "The needs of children waiting"),
        new(DeclineReason.Other, "Another reason"),
    ];

    public static IReadOnlyList<Option<Closing>> Closings { get; } =
    [
        new(
            Closing.NoContact,
            "They cannot be reached",
            "After 3 attempts on different days over 10 working days"
        ),
        new(Closing.Duplicate, "We have this enquiry already"),
        new(
            Closing.ReroutedConnected,
            "It is about a child they know",
            "The family and friends team takes it on"
        ),
        new(Closing.RedirectedPrivateFostering, "It is private fostering"),
        new(
            Closing.Declined,
            "We decline it",
            "For the team manager. A letter with the reasons goes out"
        ),
    ];

    public static IReadOnlyList<Option<string>> WithdrawReasons { get; } =
    [
        new("changed-mind", "Fostering is not for them"),
        new("not-now", "Not now, perhaps later"),
        new("went-elsewhere", "They chose another service"),
        new("other", "Another reason, or none given"),
    ];

    public static IReadOnlyList<Option<string>> Interests { get; } =
    [
        new("Short term", "Short term"),
        new("Long term", "Long term"),
        new("Emergency", "Emergency"),
        new("Short breaks", "Short breaks"),
        new("Parent and child", "Parent and child"),
        new("Teenagers", "Teenagers"),
        new("Brothers and sisters", "Brothers and sisters"),
        new("Unaccompanied children", "Children who came to the UK alone"),
    ];

    public static string Of<T>(IReadOnlyList<Option<T>> options, T value)
        where T : notnull =>
        options.FirstOrDefault(o => o.Value.Equals(value))?.Label ?? value.ToString() ?? "";

    /// <summary>The code under which an enquiry ended, in words.</summary>
    public static string Reason(string code) =>
        Enum.TryParse<DeclineReason>(code, out var decline) ? Of(DeclineReasons, decline)
        : Enum.TryParse<Closing>(code, out var closing) ? Of(Closings, closing)
        : Of(WithdrawReasons, code);
}
