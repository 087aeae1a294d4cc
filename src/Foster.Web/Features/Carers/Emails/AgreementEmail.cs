using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Carers.Emails;

/// <summary>Tells a carer that the agreement waits to be read and signed.</summary>
public static class AgreementEmail
{
    public static Email Waits(
        string to,
        string firstName,
        string reference,
        Council council,
        string link,
        DateOnly by
    ) =>
        new(
            "carer.agreement-waits",
            to,
            $"Your agreement with {council.TeamName} ({reference})",
            $"""
            Dear {firstName},

            Your agreement is ready to read and sign. Your reference is {reference}.

            Sign in here, by {BritishDate.Long(by)} if you can:
            {link}

            If anything in it is not clear, call {council.TeamName} on {council.Telephone} before you sign.
            """
        );
}
