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
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.HowOften,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "We will ask you again about fostering",
        Body = """
            Dear {first name},

            Thank you for thinking about fostering. We will send you an email soon after {date}, and then {how often}, and ask whether you would like to enquire. Between these emails we leave you in peace, and without a word from you they stop after 24 months.

            Choose another time, enquire now, or stop this at any time, without signing in:
            {link}

            If you did not ask for this, stop it there and we will not write again.

            If you have a question, call {team} on {telephone}.

            {team}
            """,
    };

    public static readonly MailTemplate QuestionWords = new()
    {
        Key = "keep-warm.question",
        Name = "The question at the times they chose",
        Recipient = "Whoever wanted to be asked again, whenever their day has come",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.HowOften,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "Is it the right time to foster now?",
        Body = """
            Dear {first name},

            You asked us to write to you about fostering {how often}. Is it the right time now?

            Tell us that you are ready, that we should ask you again later, or that we should stop, without signing in:
            {link}

            Any answer helps. If we hear nothing from you until {date}, we stop writing by ourselves.

            If you would rather talk, call {team} on {telephone}.

            {team}
            """,
    };

    public static Email Kept(
        string to,
        string firstName,
        Council council,
        DateOnly askOn,
        AskEvery every,
        string link
    ) => KeptWords.Write(to, Values(council, firstName, askOn, every, link));

    /// <param name="silentFrom">When silence ends it.</param>
    public static Email Question(
        string to,
        string firstName,
        Council council,
        AskEvery every,
        DateOnly silentFrom,
        string link
    ) => QuestionWords.Write(to, Values(council, firstName, silentFrom, every, link));

    private static MailValues Values(
        Council council,
        string firstName,
        DateOnly on,
        AskEvery every,
        string link
    ) => new MailValues(council).For(firstName).On(on).HowOften(AskRhythm.Of(every)).Link(link);
}
