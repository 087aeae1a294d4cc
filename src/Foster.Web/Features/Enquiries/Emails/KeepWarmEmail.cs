using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Enquiries.Emails;

/// <summary>The e-mails to those who want to be asked again.</summary>
public static class KeepWarmEmail
{
    public static readonly MailTemplate KeptWords = new()
    {
        Key = "keep-warm.kept",
        Name = "Asked again later",
        Recipient =
            "Whoever is not ready and wants to be asked again, as soon as they have said so",
        Own = [Placeholders.FirstName, Placeholders.Date, Placeholders.Day, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "We will ask you again about fostering",
        Body = """
            Dear {first name},

            Thank you for thinking about fostering. We will send you one email, soon after {date}, and ask whether you would like to enquire. Until then we leave you in peace.

            Choose another month, enquire now, or stop this at any time:
            {link}

            If you did not ask for this, stop it there and we will not write again.

            If you have a question, call {team} on {telephone}.

            {team}
            """,
    };

    public static readonly MailTemplate QuestionWords = new()
    {
        Key = "keep-warm.question",
        Name = "The question in the month they chose",
        Recipient = "Whoever wanted to be asked again, when their month has come",
        Own = [Placeholders.FirstName, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Is it the right time to foster now?",
        Body = """
            Dear {first name},

            You asked us to write to you about fostering. Is it the right time now?

            Enquire, choose a later month, or tell us to stop:
            {link}

            If you would rather talk, call {team} on {telephone}.

            {team}
            """,
    };

    public static Email Kept(
        string to,
        string firstName,
        Council council,
        DateOnly askOn,
        string link
    ) => KeptWords.Write(to, new MailValues(council).For(firstName).On(askOn).Link(link));

    public static Email Question(string to, string firstName, Council council, string link) =>
        QuestionWords.Write(to, new MailValues(council).For(firstName).Link(link));
}
