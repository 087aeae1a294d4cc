using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Questions.Emails;

/// <summary>The messages about a question. Nothing of the question or the answer stands in them.</summary>
public static class QuestionEmails
{
    public static readonly MailTemplate AskedWords = new()
    {
        Key = "question.asked",
        Name = "A question to answer",
        Recipient = "The worker of the case, when an applicant or carer asks",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "A question to answer ({reference})",
        Body = """
            Hello {first name},

            Somebody of case {reference} has asked a question. Please answer it by {date}:
            {link}

            {team}
            Telephone {telephone}
            """,
    };

    public static readonly MailTemplate AnsweredWords = new()
    {
        Key = "question.answered",
        Name = "A question was answered",
        Recipient = "The applicant or carer who asked, when the answer is there",
        Own = [Placeholders.FirstName, Placeholders.Reference, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "We have answered your question ({reference})",
        Body = """
            Hello {first name},

            We have answered your question. Sign in to read the answer:
            {link}

            {team}
            Telephone {telephone}
            """,
    };

    public static readonly MailTemplate AskedBackWords = new()
    {
        Key = "question.back",
        Name = "We asked back",
        Recipient = "The applicant or carer who asked, when we need to know more",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "We need to know more about your question ({reference})",
        Body = """
            Hello {first name},

            Before we can answer your question we need to know something from you. Please tell us by {date}:
            {link}

            {team}
            Telephone {telephone}
            """,
    };

    public static Email Asked(
        string address,
        string firstName,
        string reference,
        Council council,
        DateOnly due,
        string link
    ) =>
        AskedWords.Write(
            address,
            new MailValues(council).For(firstName).About(reference).On(due).Link(link)
        );

    public static Email Answered(
        string address,
        string firstName,
        string reference,
        Council council,
        string link
    ) =>
        AnsweredWords.Write(
            address,
            new MailValues(council).For(firstName).About(reference).Link(link)
        );

    public static Email AskedBack(
        string address,
        string firstName,
        string reference,
        Council council,
        DateOnly due,
        string link
    ) =>
        AskedBackWords.Write(
            address,
            new MailValues(council).For(firstName).About(reference).On(due).Link(link)
        );
}
