using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Carers.Emails;

/// <summary>Tells a carer that the agreement waits to be read and signed.</summary>
public static class AgreementEmail
{
    public static readonly MailTemplate Words = new()
    {
        Key = "carer.agreement-waits",
        Name = "Agreement to read",
        Recipient = "New carers, when their agreement is ready to sign",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "Your agreement with {team} ({reference})",
        Body = """
            Dear {first name},

            Your agreement is ready to read and sign. Your reference is {reference}.

            Sign in here, by {date} if you can:
            {link}

            If anything in it is not clear, call {team} on {telephone} before you sign.
            """,
    };

    public static Email Waits(
        string to,
        string firstName,
        string reference,
        Council council,
        string link,
        DateOnly by
    ) => Words.Write(to, new MailValues(council).For(firstName).About(reference).Link(link).On(by));
}
