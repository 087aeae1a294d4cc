using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Records.Emails;

/// <summary>The messages about a copy of what is stored. Nothing of the copy stands in them.</summary>
public static class CopyEmails
{
    public static readonly MailTemplate ReadyWords = new()
    {
        Key = "records.copy-ready",
        Name = "Copy of records to download",
        Recipient = "Applicants and carers who asked for a copy, when it is approved",
        Own = [Placeholders.FirstName, Placeholders.Reference, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Your copy is ready ({reference})",
        Body = """
            Hello {first name},

            The copy that you asked for is ready. Sign in to download it:
            {link}

            {team}
            Telephone {telephone}
            """,
    };

    public static Email Ready(
        string address,
        string firstName,
        string reference,
        Council council,
        string link
    ) =>
        ReadyWords.Write(
            address,
            new MailValues(council).For(firstName).About(reference).Link(link)
        );
}
