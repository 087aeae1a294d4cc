using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Enquiries.Emails;

/// <summary>The e-mails of an enquiry.</summary>
public static class EnquiryEmail
{
    public static Email Acknowledged(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly callBy,
        string link
    ) =>
        new(
            "enquiry.acknowledged",
            to,
            $"We have your enquiry ({reference})",
            $"""
            Dear {firstName},

            Thank you for asking about fostering. Your reference is {reference}.

            Somebody from {council.TeamName} will call you by {BritishDate.Full(callBy)}.

            See where your enquiry is, or withdraw it, at any time:
            {link}

            If you would rather call us: {council.Telephone}, {council.OpeningHours}.

            {council.TeamName}
            """
        );

    public static Email Pack(
        string to,
        string firstName,
        string reference,
        Council council,
        string link,
        DateOnly until
    ) =>
        new(
            "enquiry.pack",
            to,
            $"Your fostering information ({reference})",
            $"""
            Dear {firstName},

            We have sent you our information about fostering. Your reference is {reference}.

            If you would like to go on, tell us here. It takes about ten minutes, and you can change your mind at any time:
            {link}

            The link works until {BritishDate.Long(
                until
            )}. If you have a question, or would rather do this on the telephone, call {council.TeamName} on {council.Telephone}.

            {council.TeamName}
            """
        );

    public static Email InterestReceived(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly visitBy
    ) =>
        new(
            "enquiry.interest",
            to,
            $"We have your expression of interest ({reference})",
            $"""
            Dear {firstName},

            Thank you for telling us that you would like to go on. Your reference is {reference}.

            We will arrange a visit to your home, to take place by {BritishDate.Full(
                visitBy
            )}. Somebody will call you to agree a time.

            If you have a question, call {council.TeamName} on {council.Telephone}.

            {council.TeamName}
            """
        );

    public static Email VisitArranged(
        string to,
        string firstName,
        string reference,
        Council council,
        DateTime at
    ) =>
        new(
            "enquiry.visit",
            to,
            $"Our visit to you ({reference})",
            $"""
            Dear {firstName},

            We will visit you at home on {BritishTime.Long(
                at
            )}. The visit takes about two hours. If you enquire with a partner, we need to see both of you.

            If you need to change the time, call {council.TeamName} on {council.Telephone}. Your reference is {reference}.

            {council.TeamName}
            """
        );

    public static Email Withdrawn(string to, string firstName, string reference, Council council) =>
        new(
            "enquiry.withdrawn",
            to,
            $"Your enquiry is withdrawn ({reference})",
            $"""
            Dear {firstName},

            Your enquiry {reference} is withdrawn. We will not contact you about it again.

            If you change your mind, call {council.TeamName} on {council.Telephone}.

            {council.TeamName}
            """
        );
}
