using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Cases.Emails;

/// <summary>Tells somebody that a letter waits for them; says nothing of what is in it.</summary>
public static class LetterEmail
{
    public static Email Waits(
        string to,
        string firstName,
        string reference,
        Council council,
        string link,
        DateOnly until
    ) =>
        new(
            "letter.waits",
            to,
            $"A letter from {council.TeamName} ({reference})",
            $"""
            Dear {firstName},

            There is a letter for you from {council.TeamName}. Your reference is {reference}.

            Read it here. We will ask for your date of birth, so that nobody else can open it:
            {link}

            The link works until {BritishDate.Long(
                until
            )}. If you would like the letter on paper, or have a question, call {council.TeamName} on {council.Telephone}.
            """
        );
}
