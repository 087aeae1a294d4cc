using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Approvals.Emails;

/// <summary>Tells a panel member that papers wait behind sign-in; says nothing of whose they are.</summary>
public static class PapersEmail
{
    public static readonly MailTemplate Words = new()
    {
        Key = "panel.papers",
        Name = "Panel papers",
        Recipient = "The members who hear a case, when its papers are ready",
        Own = [Placeholders.FirstName, Placeholders.Date, Placeholders.Day, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Papers for panel on {date}",
        Body = """
            Dear {first name},

            There are papers for you for panel on {day}.

            Sign in, say first whether you have a conflict of interest, and then read them:
            {link}

            If you cannot come, or have a question, call {team} on {telephone}.
            """,
    };

    public static Email Wait(
        string to,
        string firstName,
        Council council,
        DateOnly meetingOn,
        string link
    ) => Words.Write(to, new MailValues(council).For(firstName).On(meetingOn).Link(link));
}
