using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Documents.Emails;

/// <summary>The messages about documents. Which document it is stands in none of them.</summary>
public static class DocumentEmails
{
    public static readonly MailTemplate AskedWords = new()
    {
        Key = "document.asked",
        Name = "A document to give",
        Recipient = "The applicant, when staff ask for a document",
        Own = Known,
        Must = [Placeholders.Link],
        Subject = "We need a document from you ({reference})",
        Body = """
            Dear {first name},

            We need a document from you. Your reference is {reference}.

            Sign in to see which one, why we need it, and to send it:
            {link}

            A photo from your phone will do. Please do not send documents by e-mail. If you have a question, call {team} on {telephone}.
            """,
    };

    public static readonly MailTemplate AgainWords = new()
    {
        Key = "document.again",
        Name = "A document to send again",
        Recipient =
            "The applicant, when staff send a document back or a file could not be checked for viruses",
        Own = Known,
        Must = [Placeholders.Link],
        Subject = "Please send a document again ({reference})",
        Body = """
            Dear {first name},

            We could not use a document that you sent. Your reference is {reference}.

            Sign in to see which one and why, and to send it again:
            {link}

            If you have a question, call {team} on {telephone}.
            """,
    };

    private static Placeholder[] Known =>
        [Placeholders.FirstName, Placeholders.Reference, Placeholders.Link];

    public static Email Of(
        bool again,
        string to,
        string firstName,
        string reference,
        Council council,
        string link
    ) =>
        (again ? AgainWords : AskedWords).Write(
            to,
            new MailValues(council).For(firstName).About(reference).Link(link)
        );
}
