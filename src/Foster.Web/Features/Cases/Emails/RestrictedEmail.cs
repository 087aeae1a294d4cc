using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Cases.Emails;

/// <summary>About restricted cases: the reference and a link, and nothing of what or whom they are about.</summary>
public static class RestrictedEmail
{
    /// <summary>For administrators: nobody can hold a restricted case.</summary>
    public static Email NobodyHolds(string to, string reference, Council council, string link) =>
        new(
            "case.unheld",
            to,
            $"A case that nobody can open ({reference})",
            $"""
            Nobody is free to hold the restricted case {reference} of {council.Name}, so nobody keeps its dates.

            Name somebody who has nothing to do with it:
            {link}
            """
        );

    /// <summary>For somebody who was named to hold a restricted case.</summary>
    public static Email Named(
        string to,
        string firstName,
        string reference,
        Council council,
        string link
    ) =>
        new(
            "case.named",
            to,
            $"You are named for a restricted case ({reference})",
            $"""
            Dear {firstName},

            You have been named to hold the restricted case {reference}. Do not speak about it with others.

            Sign in to open it:
            {link}

            If you should not hold it, close it again and call {council.TeamName} on {council.Telephone}.
            """
        );
}
