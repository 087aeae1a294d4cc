using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Cases.Emails;

/// <summary>About restricted cases: the reference and a link, and nothing of what or whom they are about.</summary>
public static class RestrictedEmail
{
    public static readonly MailTemplate NobodyHoldsWords = new()
    {
        Key = "case.unheld",
        Name = "A restricted case that nobody can open",
        Recipient = "Administrators, when nobody is free to hold a restricted case",
        Own = [Placeholders.Reference, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "A case that nobody can open ({reference})",
        Body = """
            Nobody is free to hold the restricted case {reference} of {council}, so nobody keeps its dates.

            Name somebody who has nothing to do with it:
            {link}
            """,
    };

    public static readonly MailTemplate NamedWords = new()
    {
        Key = "case.named",
        Name = "Named for a restricted case",
        Recipient = "Whoever is named to hold a restricted case",
        Own = [Placeholders.FirstName, Placeholders.Reference, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "You are named for a restricted case ({reference})",
        Body = """
            Dear {first name},

            You have been named to hold the restricted case {reference}. Do not speak about it with others.

            Sign in to open it:
            {link}

            If you should not hold it, close it again and call {team} on {telephone}.
            """,
    };

    /// <summary>For administrators: nobody can hold a restricted case.</summary>
    public static Email NobodyHolds(string to, string reference, Council council, string link) =>
        NobodyHoldsWords.Write(to, new MailValues(council).About(reference).Link(link));

    /// <summary>For somebody who was named to hold a restricted case.</summary>
    public static Email Named(
        string to,
        string firstName,
        string reference,
        Council council,
        string link
    ) => NamedWords.Write(to, new MailValues(council).For(firstName).About(reference).Link(link));
}
