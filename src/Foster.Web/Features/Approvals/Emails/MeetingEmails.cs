using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Approvals.Emails;

/// <param name="Reference">The applicant's; null for a member.</param>
public sealed record PanelMailTo(
    string Address,
    string FirstName,
    string? Reference,
    Council Council,
    string Link
);

/// <summary>Tells those who know of a meeting that it is on another day, or not at all.</summary>
public static class MeetingEmails
{
    public static Email MovedForMember(PanelMailTo to, DateOnly was, MeetingPlan plan) =>
        Write(
            to,
            "panel.moved",
            $"Panel on {BritishDate.Long(was)} is moved",
            $"""
            Panel on {BritishDate.Full(was)} is now on {BritishDate.Full(
                plan.On
            )} at {BritishTime.Of(plan.At)}.

            Where it is, and your papers, are here after you sign in:
            {to.Link}
            """
        );

    public static Email CancelledForMember(PanelMailTo to, DateOnly was) =>
        Write(
            to,
            "panel.cancelled",
            $"Panel on {BritishDate.Long(was)} is cancelled",
            $"""
            Panel on {BritishDate.Full(was)} does not take place. You need not read its papers.

            The meetings to which you are asked are here after you sign in:
            {to.Link}
            """
        );

    public static Email MovedForApplicant(PanelMailTo to, DateOnly was, MeetingPlan plan) =>
        Write(
            to,
            "panel.moved-applicant",
            $"Panel has another date ({to.Reference})",
            $"""
            The panel meeting of {BritishDate.Full(was)} is now on {BritishDate.Full(
                plan.On
            )} at {BritishTime.Of(plan.At)}. Your reference is {to.Reference}.

            You may still come and bring a supporter. What happens when is here after you sign in:
            {to.Link}
            """
        );

    public static Email CancelledForApplicant(PanelMailTo to, DateOnly was) =>
        Write(
            to,
            "panel.cancelled-applicant",
            $"Panel does not take place on {BritishDate.Long(was)} ({to.Reference})",
            $"""
            The panel meeting of {BritishDate.Full(
                was
            )} does not take place. Your reference is {to.Reference}. Nothing is changed in your application, and we will tell you the new date.

            What happens when is here after you sign in:
            {to.Link}
            """
        );

    private static Email Write(PanelMailTo to, string kind, string subject, string body) =>
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
