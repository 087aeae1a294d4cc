using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Applications.Emails;

/// <summary>Who gets a message and what stands in every one of them.</summary>
public sealed record MailTo(string Address, string FirstName, string Reference, Council Council);

/// <summary>The messages of an application.</summary>
public static class ApplicationEmails
{
    public static Email Invitation(MailTo to, string link, DateOnly until) =>
        Write(
            to,
            "application.invitation",
            $"{to.Council.TeamName} invites you to apply ({to.Reference})",
            $"""
            We would like to invite you to apply to foster. Your reference is {to.Reference}.

            Make your account here, with a sign-in name and a password of your own:
            {link}

            The link is yours alone and works once, until {BritishDate.Long(
                until
            )}. You can then fill in the application in your own time.
            """
        );

    public static Email HasAccount(MailTo to, string link) =>
        Write(
            to,
            "application.has-account",
            $"You have an account already ({to.Reference})",
            $"""
            A new link was asked for, but you have an account already. Your reference is {to.Reference}.

            Sign in here:
            {link}
            """
        );

    public static Email PartSent(MailTo to, string link) =>
        Write(
            to,
            "application.part-sent",
            $"We have your part of the application ({to.Reference})",
            $"""
            Thank you. We have your part of the application. Your reference is {to.Reference}.

            It is complete as soon as the other applicant has sent their part too. You can see how things stand here:
            {link}
            """
        );

    public static Email Received(MailTo to, DateOnly decisionBy, string link) =>
        Write(
            to,
            "application.received",
            $"We have your application ({to.Reference})",
            $"""
            Thank you. We have your whole application. Your reference is {to.Reference}.

            We decide by {BritishDate.Long(
                decisionBy
            )} whether to go on to the assessment. You can see what happens next, and every date, here:
            {link}
            """
        );

    public static Email Incomplete(MailTo to, string link) =>
        Write(
            to,
            "application.incomplete",
            $"Your application is not complete yet ({to.Reference})",
            $"""
            Your application is not complete yet. Your reference is {to.Reference}.

            Sign in to see exactly what is still missing:
            {link}
            """
        );

    public static Email Withdrawn(MailTo to, DateOnly on) =>
        Write(
            to,
            "application.withdrawn",
            $"Your application was withdrawn ({to.Reference})",
            $"""
            Your application was withdrawn on {BritishDate.Long(
                on
            )}. Your reference is {to.Reference}.

            Nothing more will be asked of you or of anybody else. If you did not expect this message, call us. You are welcome to talk with us again at any time.
            """
        );

    private static Email Write(MailTo to, string kind, string subject, string body) =>
        new(
            kind,
            to.Address,
            subject,
            $"""
            Dear {to.FirstName},

            {body}

            If you have a question, call {to.Council.TeamName} on {to.Council.Telephone}.
            """
        );
}
