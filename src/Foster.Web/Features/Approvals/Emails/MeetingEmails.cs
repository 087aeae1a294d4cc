using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Approvals.Emails;

/// <param name="Reference">The applicant's; null for a member.</param>
public sealed record PanelMailTo(
    string Address,
    string FirstName,
    string? Reference,
    Council Council,
    string Link
)
{
    internal MailValues Values =>
        new MailValues(Council).For(FirstName).About(Reference).Link(Link);
}

/// <summary>Tells those who know of a meeting that it is on another day, or not at all.</summary>
public static class MeetingEmails
{
    public static readonly MailTemplate MovedForMemberWords = new()
    {
        Key = "panel.moved",
        Name = "Panel meeting moved, to members",
        Recipient = "The members who are asked to a panel meeting, when it is moved",
        Own = [Placeholders.FirstName, .. Former, .. Coming, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Panel on {former date} is moved",
        Body = Letter(
            """
            Panel on {former day} is now on {day} at {time}.

            Where it is, and your papers, are here after you sign in:
            {link}
            """
        ),
    };

    public static readonly MailTemplate CancelledForMemberWords = new()
    {
        Key = "panel.cancelled",
        Name = "Panel meeting cancelled, to members",
        Recipient = "The members who are asked to a panel meeting, when it is cancelled",
        Own = [Placeholders.FirstName, .. Former, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Panel on {former date} is cancelled",
        Body = Letter(
            """
            Panel on {former day} does not take place. You need not read its papers.

            The meetings to which you are asked are here after you sign in:
            {link}
            """
        ),
    };

    public static readonly MailTemplate MovedForApplicantWords = new()
    {
        Key = "panel.moved-applicant",
        Name = "Panel meeting moved, to applicants",
        Recipient = "The applicants whose assessment is heard, when the panel meeting is moved",
        Own =
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            .. Former,
            .. Coming,
            Placeholders.Link,
        ],
        Must = [Placeholders.Link],
        Subject = "Panel has another date ({reference})",
        Body = Letter(
            """
            The panel meeting of {former day} is now on {day} at {time}. Your reference is {reference}.

            You may still come and bring a supporter. What happens when is here after you sign in:
            {link}
            """
        ),
        Text =
            "{team}: the panel meeting of {former date} is now on {day} at {time}. If you have a question, call {telephone}.",
    };

    public static readonly MailTemplate CancelledForApplicantWords = new()
    {
        Key = "panel.cancelled-applicant",
        Name = "Panel meeting cancelled, to applicants",
        Recipient = "The applicants whose assessment is heard, when the panel meeting is cancelled",
        Own = [Placeholders.FirstName, Placeholders.Reference, .. Former, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Panel does not take place on {former date} ({reference})",
        Body = Letter(
            """
            The panel meeting of {former day} does not take place. Your reference is {reference}. Nothing is changed in your application, and we will tell you the new date.

            What happens when is here after you sign in:
            {link}
            """
        ),
        Text =
            "{team}: the panel meeting of {former date} does not take place. We will tell you the new date. If you have a question, call {telephone}.",
    };

    private static Placeholder[] Former => [Placeholders.FormerDate, Placeholders.FormerDay];

    private static Placeholder[] Coming => [Placeholders.Date, Placeholders.Day, Placeholders.Time];

    public static Email MovedForMember(PanelMailTo to, DateOnly was, MeetingPlan plan) =>
        MovedForMemberWords.Write(to.Address, to.Values.Was(was).On(plan.On).At(plan.At));

    public static Email CancelledForMember(PanelMailTo to, DateOnly was) =>
        CancelledForMemberWords.Write(to.Address, to.Values.Was(was));

    public static Email MovedForApplicant(PanelMailTo to, DateOnly was, MeetingPlan plan) =>
        MovedForApplicantWords.Write(to.Address, to.Values.Was(was).On(plan.On).At(plan.At));

    public static Email CancelledForApplicant(PanelMailTo to, DateOnly was) =>
        CancelledForApplicantWords.Write(to.Address, to.Values.Was(was));

    private static string Letter(string body) =>
        $$"""
            Dear {first name},

            {{body}}

            If you have a question, call {team} on {telephone}.
            """;
}
