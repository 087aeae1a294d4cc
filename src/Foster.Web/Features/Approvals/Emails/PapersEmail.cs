using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Approvals.Emails;

/// <summary>Tells a panel member that papers wait behind sign-in; says nothing of whose they are.</summary>
public static class PapersEmail
{
    public static Email Wait(
        string to,
        string firstName,
        Council council,
        DateOnly meetingOn,
        string link
    ) =>
        new(
            "panel.papers",
            to,
            $"Papers for panel on {BritishDate.Long(meetingOn)}",
            $"""
            Dear {firstName},

            There are papers for you for panel on {BritishDate.Full(meetingOn)}.

            Sign in, say first whether you have a conflict of interest, and then read them:
            {link}

            If you cannot come, or have a question, call {council.TeamName} on {council.Telephone}.
            """
        );
}
