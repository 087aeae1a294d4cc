using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Applications.Emails;

/// <summary>Who gets a message and what stands in every one of them.</summary>
public sealed record MailTo(string Address, string FirstName, string Reference, Council Council)
{
    internal MailValues Values => new MailValues(Council).For(FirstName).About(Reference);
}

/// <summary>The messages of an application.</summary>
public static class ApplicationEmails
{
    public static readonly MailTemplate InvitationWords = new()
    {
        Key = "application.invitation",
        Name = "Invitation to apply",
        Recipient = "Each applicant, when they are invited to apply",
        Own = [.. Dated, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "{team} invites you to apply ({reference})",
        Body = Letter(
            """
            We would like to invite you to apply to foster. Your reference is {reference}.

            Make your account here, with a sign-in name and a password of your own:
            {link}

            The link is yours alone and works once, until {date}. You can then fill in the application in your own time.
            """
        ),
    };

    public static readonly MailTemplate HasAccountWords = new()
    {
        Key = "application.has-account",
        Name = "Invitation to somebody who has an account",
        Recipient = "An applicant who asks for a new link and has an account already",
        Own = [.. Known, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "You have an account already ({reference})",
        Body = Letter(
            """
            A new link was asked for, but you have an account already. Your reference is {reference}.

            Sign in here:
            {link}
            """
        ),
    };

    public static readonly MailTemplate PartSentWords = new()
    {
        Key = "application.part-sent",
        Name = "Part of the application came",
        Recipient = "The applicant who has sent their part, while the other’s is missing",
        Own = [.. Known, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "We have your part of the application ({reference})",
        Body = Letter(
            """
            Thank you. We have your part of the application. Your reference is {reference}.

            It is complete as soon as the other applicant has sent their part too. You can see how things stand here:
            {link}
            """
        ),
    };

    public static readonly MailTemplate ReceivedWords = new()
    {
        Key = "application.received",
        Name = "Application received",
        Recipient = "The applicants, when the whole application has come",
        Own = [.. Dated, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "We have your application ({reference})",
        Body = Letter(
            """
            Thank you. We have your whole application. Your reference is {reference}.

            We decide by {date} whether to go on to the assessment. You can see what happens next, and every date, here:
            {link}
            """
        ),
    };

    public static readonly MailTemplate IncompleteWords = new()
    {
        Key = "application.incomplete",
        Name = "Application not complete",
        Recipient = "The applicants, when something is missing in the application",
        Own = [.. Known, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Your application is not complete yet ({reference})",
        Body = Letter(
            """
            Your application is not complete yet. Your reference is {reference}.

            Sign in to see exactly what is still missing:
            {link}
            """
        ),
    };

    public static readonly MailTemplate AloneWords = new()
    {
        Key = "application.alone",
        Name = "You go on alone",
        Recipient = "The applicant who goes on when a couple no longer applies together",
        Own = [.. Known, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "You go on with your application alone ({reference})",
        Body = Letter(
            """
            You go on with your application alone from now on. Your reference is {reference}.

            What you have written is kept. Please say again who lives with you, look at your relationships and your referees, and then sign and send it, also if you had sent your part before:
            {link}

            If you did not expect this message, call us.
            """
        ),
    };

    public static readonly MailTemplate LeftWords = new()
    {
        Key = "application.left",
        Name = "You no longer apply",
        Recipient = "The applicant who leaves when a couple no longer applies together",
        Own = Known,
        Subject = "You no longer apply to foster with us ({reference})",
        Body = Letter(
            """
            We were told that you no longer want to apply to foster. Your reference was {reference}.

            What you had written in your part of the application, and what you had agreed to, is deleted, and was not shown to the other applicant. You are welcome to talk with us again at any time.

            If you did not expect this message, call us.
            """
        ),
    };

    public static readonly MailTemplate WithdrawnWords = new()
    {
        Key = "application.withdrawn",
        Name = "Application withdrawn",
        Recipient = "The applicants, when the application is withdrawn",
        Own = [.. Dated, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Your application was withdrawn ({reference})",
        Body = Letter(
            """
            Your application was withdrawn on {date}. Your reference is {reference}.

            Nothing more will be asked of you or of anybody else. If you did not expect this message, call us. You are welcome to talk with us again at any time.

            A letter confirms it and says how long we keep your papers. Read it here. We will ask for your date of birth, so that nobody else can open it:
            {link}
            """
        ),
    };

    private static Placeholder[] Known => [Placeholders.FirstName, Placeholders.Reference];

    private static Placeholder[] Dated => [.. Known, Placeholders.Date, Placeholders.Day];

    public static Email Invitation(MailTo to, string link, DateOnly until) =>
        InvitationWords.Write(to.Address, to.Values.Link(link).On(until));

    public static Email HasAccount(MailTo to, string link) =>
        HasAccountWords.Write(to.Address, to.Values.Link(link));

    public static Email PartSent(MailTo to, string link) =>
        PartSentWords.Write(to.Address, to.Values.Link(link));

    public static Email Received(MailTo to, DateOnly decisionBy, string link) =>
        ReceivedWords.Write(to.Address, to.Values.On(decisionBy).Link(link));

    public static Email Incomplete(MailTo to, string link) =>
        IncompleteWords.Write(to.Address, to.Values.Link(link));

    public static Email Alone(MailTo to, string link) =>
        AloneWords.Write(to.Address, to.Values.Link(link));

    public static Email Left(MailTo to) => LeftWords.Write(to.Address, to.Values);

    /// <param name="link">To the letter that confirms it.</param>
    public static Email Withdrawn(MailTo to, DateOnly on, string link) =>
        WithdrawnWords.Write(to.Address, to.Values.On(on).Link(link));

    private static string Letter(string body) =>
        $$"""
            Dear {first name},

            {{body}}

            If you have a question, call {team} on {telephone}.
            """;
}
