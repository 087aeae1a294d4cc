using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Applications.Emails;

/// <summary>The messages to referees, and about them. None of them says who applies or who was named.</summary>
public static class RefereeEmails
{
    public static readonly MailTemplate AskedWords = new()
    {
        Key = "referee.asked",
        Name = "A reference is asked for",
        Recipient = "A referee, when the assessor asks for a reference",
        Own = [.. Dated, Placeholders.AnswerBy],
        Must = [Placeholders.Link],
        Subject = "{team} asks you for a reference ({reference})",
        Body = Letter(
            """
            Somebody who has applied to foster with {council} has named you as a person who knows them well. We would be glad of your reference. Ours is {reference}.

            See who it is, how we use what you tell us, and answer or decline here:
            {link}

            Please answer by {answer by}. You can still answer after that: the link is yours alone and works until {date}. You can stop and come back by it at any time.
            """
        ),
    };

    public static readonly MailTemplate RemindedWords = new()
    {
        Key = "referee.reminded",
        Name = "Reminder of a reference",
        Recipient =
            "A referee who has not answered, when staff chase or the applicant asks us to remind them",
        Own = Dated,
        Must = [Placeholders.Link],
        Subject = "We are still hoping for your reference ({reference})",
        Body = Letter(
            """
            Some time ago we asked you for a reference for somebody who has applied to foster. Our reference is {reference}. We have not had an answer yet.

            You can answer, go on with what you have written, or decline here:
            {link}

            This link works until {date}. If you have begun by an earlier one, you can go on by that as well.
            """
        ),
    };

    public static readonly MailTemplate NameAnotherWords = new()
    {
        Key = "referee.name-another",
        Name = "Another referee is needed",
        Recipient =
            "The applicant who named a referee, when that person declines or cannot be reached",
        Own = [Placeholders.FirstName, Placeholders.Reference, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Please name another person who can speak for you ({reference})",
        Body = Letter(
            """
            One of the people you named cannot speak for you after all. This says nothing against you, and it happens often. Your reference is {reference}.

            Sign in to see who it is, and name somebody else:
            {link}
            """
        ),
    };

    private static Placeholder[] Dated =>
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Link,
        ];

    public static Email Asked(MailTo to, string link, DateOnly until, DateOnly answerBy) =>
        AskedWords.Write(to.Address, to.Values.Link(link).On(until).AnswerBy(answerBy));

    public static Email Reminded(MailTo to, string link, DateOnly until) =>
        RemindedWords.Write(to.Address, to.Values.Link(link).On(until));

    public static Email NameAnother(MailTo to, string link) =>
        NameAnotherWords.Write(to.Address, to.Values.Link(link));

    private static string Letter(string body) =>
        $$"""
            Dear {first name},

            {{body}}

            If you have a question, call {team} on {telephone}.
            """;
}
