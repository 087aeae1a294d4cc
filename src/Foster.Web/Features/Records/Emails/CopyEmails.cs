using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Records.Emails;

/// <summary>The messages about a copy of what is stored. Nothing of the copy stands in them.</summary>
public static class CopyEmails
{
    public static Email Ready(
        string address,
        string firstName,
        string reference,
        Council council,
        string link
    ) =>
        new(
            "records.copy-ready",
            address,
            $"Your copy is ready ({reference})",
            $"""
            Hello {firstName},

            The copy that you asked for is ready. Sign in to download it:
            {link}

            {council.TeamName}
            Telephone {council.Telephone}
            """
        );
}
