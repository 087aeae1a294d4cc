using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Cases.Emails;

/// <summary>Tells somebody that a letter waits for them; says nothing of what is in it.</summary>
public static class LetterEmail
{
    public static readonly MailTemplate Words = new()
    {
        Key = "letter.waits",
        Name = "A letter to read",
        Recipient = "Whoever a letter is written to, when it is issued",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "A letter from {team} ({reference})",
        Body = """
            Dear {first name},

            There is a letter for you from {team}. Your reference is {reference}.

            Read it here. We will ask for your date of birth, so that nobody else can open it:
            {link}

            The link works until {date}. If you would like the letter on paper, or have a question, call {team} on {telephone}.
            """,
    };

    public static Email Waits(LetterNotice notice) =>
        Waits(
            notice.To,
            notice.FirstName,
            notice.Reference,
            notice.Council,
            notice.Link,
            notice.Until
        );

    public static Email Waits(
        string to,
        string firstName,
        string reference,
        Council council,
        string link,
        DateOnly until
    ) =>
        Words.Write(
            to,
            new MailValues(council).For(firstName).About(reference).Link(link).On(until)
        );
}
