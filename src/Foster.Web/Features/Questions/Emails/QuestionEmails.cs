using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Questions.Emails;

/// <summary>The messages about a question. Nothing of the question or the answer stands in them.</summary>
public static class QuestionEmails
{
    /// <summary>For whoever has the case.</summary>
    public static Email Asked(
        string address,
        string firstName,
        string reference,
        Council council,
        DateOnly due,
        string link
    ) =>
        new(
            "question.asked",
            address,
            $"A question to answer ({reference})",
            $"""
            Hello {firstName},

            Somebody of case {reference} has asked a question. Please answer it by {BritishDate.Long(
                due
            )}:
            {link}

            {council.TeamName}
            Telephone {council.Telephone}
            """
        );

    public static Email Answered(
        string address,
        string firstName,
        string reference,
        Council council,
        string link
    ) =>
        new(
            "question.answered",
            address,
            $"We have answered your question ({reference})",
            $"""
            Hello {firstName},

            We have answered your question. Sign in to read the answer:
            {link}

            {council.TeamName}
            Telephone {council.Telephone}
            """
        );

    public static Email AskedBack(
        string address,
        string firstName,
        string reference,
        Council council,
        DateOnly due,
        string link
    ) =>
        new(
            "question.back",
            address,
            $"We need to know more about your question ({reference})",
            $"""
            Hello {firstName},

            Before we can answer your question we need to know something from you. Please tell us by {BritishDate.Long(
                due
            )}:
            {link}

            {council.TeamName}
            Telephone {council.Telephone}
            """
        );
}
