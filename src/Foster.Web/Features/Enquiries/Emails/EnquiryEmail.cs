using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Enquiries.Emails;

/// <summary>The e-mails of an enquiry.</summary>
public static class EnquiryEmail
{
    public static readonly MailTemplate AcknowledgedWords = new()
    {
        Key = "enquiry.acknowledged",
        Name = "Thanks for the enquiry",
        Recipient = "Whoever enquires, as soon as they have sent the form",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "We have your enquiry ({reference})",
        Body = """
            Dear {first name},

            Thank you for asking about fostering. Your reference is {reference}.

            Somebody from {team} will call you by {day}.

            See where your enquiry is, or withdraw it, at any time:
            {link}

            If you would rather call us: {telephone}, {opening hours}.

            {team}
            """,
    };

    public static readonly MailTemplate PackWords = new()
    {
        Key = "enquiry.pack",
        Name = "Information pack",
        Recipient = "Whoever enquires, when the information pack is sent",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Pack,
            Placeholders.Events,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "Your fostering information ({reference})",
        Body = """
            Dear {first name},

            We have sent you our information about fostering. Your reference is {reference}. You can also read it here:
            {pack}

            You are also invited to one of our information sessions, where you can ask anything. See what is coming and book a place:
            {events}

            If you would like to go on, tell us here. It takes about ten minutes, and you can change your mind at any time:
            {link}

            The link works until {date}. If you have a question, or would rather do this on the telephone, call {team} on {telephone}.

            {team}
            """,
    };

    public static readonly MailTemplate InterestWords = new()
    {
        Key = "enquiry.interest",
        Name = "Thanks for the expression of interest",
        Recipient = "Whoever enquires, when they have told us that they would like to go on",
        Own = [Placeholders.FirstName, Placeholders.Reference, Placeholders.Date, Placeholders.Day],
        Subject = "We have your expression of interest ({reference})",
        Body = """
            Dear {first name},

            Thank you for telling us that you would like to go on. Your reference is {reference}.

            We will arrange a visit to your home, to take place by {day}. Somebody will call you to agree a time.

            If you have a question, call {team} on {telephone}.

            {team}
            """,
    };

    public static readonly MailTemplate VisitWords = new()
    {
        Key = "enquiry.visit",
        Name = "Date of the initial visit",
        Recipient = "Everybody who enquires together, when the visit is arranged",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Time,
        ],
        Subject = "Our visit to you ({reference})",
        Body = """
            Dear {first name},

            We will visit you at home on {date} at {time}. The visit takes about two hours. If you enquire with a partner, we need to see both of you.

            If you need to change the time, call {team} on {telephone}. Your reference is {reference}.

            {team}
            """,
        Text =
            "{team}: we will visit you at home on {day} at {time}. If you need to change the time, call {telephone}.",
    };

    public static readonly MailTemplate VisitMovedWords = new()
    {
        Key = "enquiry.visit-moved",
        Name = "Initial visit moved",
        Recipient = "Everybody who enquires together, when the visit gets another day or time",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.FormerDate,
            Placeholders.FormerDay,
            Placeholders.FormerTime,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Time,
        ],
        Subject = "Our visit to you has moved ({reference})",
        Body = """
            Dear {first name},

            Our visit to you has moved. It was to be on {former day} at {former time}. It is now on {day} at {time}.

            This replaces what we wrote to you before. The visit takes about two hours. If you enquire with a partner, we need to see both of you.

            If you need to change the time, call {team} on {telephone}. Your reference is {reference}.

            {team}
            """,
        Text =
            "{team}: our visit of {former day} has moved. It is now on {day} at {time}. If you need to change the time, call {telephone}.",
    };

    public static readonly MailTemplate WithdrawnWords = new()
    {
        Key = "enquiry.withdrawn",
        Name = "Enquiry withdrawn",
        Recipient = "Whoever enquired, when the enquiry is withdrawn",
        Own = [Placeholders.FirstName, Placeholders.Reference],
        Subject = "Your enquiry is withdrawn ({reference})",
        Body = """
            Dear {first name},

            Your enquiry {reference} is withdrawn. We will not contact you about it again.

            If you change your mind, call {team} on {telephone}.

            {team}
            """,
    };

    public static Email Acknowledged(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly callBy,
        string link
    ) => AcknowledgedWords.Write(to, Of(firstName, reference, council).On(callBy).Link(link));

    public static Email Pack(
        string to,
        string firstName,
        string reference,
        Council council,
        string pack,
        string events,
        string link,
        DateOnly until
    ) =>
        PackWords.Write(
            to,
            Of(firstName, reference, council).On(until).Pack(pack).Events(events).Link(link)
        );

    public static Email InterestReceived(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly visitBy
    ) => InterestWords.Write(to, Of(firstName, reference, council).On(visitBy));

    public static Email VisitArranged(
        string to,
        string firstName,
        string reference,
        Council council,
        DateTime at
    ) => VisitWords.Write(to, Of(firstName, reference, council).At(at));

    public static Email VisitMoved(
        string to,
        string firstName,
        string reference,
        Council council,
        DateTime was,
        DateTime at
    ) => VisitMovedWords.Write(to, Of(firstName, reference, council).Was(was).At(at));

    public static Email Withdrawn(string to, string firstName, string reference, Council council) =>
        WithdrawnWords.Write(to, Of(firstName, reference, council));

    private static MailValues Of(string firstName, string reference, Council council) =>
        new MailValues(council).For(firstName).About(reference);
}
