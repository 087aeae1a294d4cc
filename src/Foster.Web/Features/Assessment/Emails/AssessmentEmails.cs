using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Assessment.Emails;

/// <summary>What applicants are told by e-mail during their assessment.</summary>
public static class AssessmentEmails
{
    public static Email Stage1Passed(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly on,
        string link
    ) =>
        new(
            "stage1.passed",
            to,
            $"A decision on your application ({reference})",
            $"""
            Dear {firstName},

            On {BritishDate.Long(
                on
            )} we made the stage 1 decision on your application. Your reference is {reference}.

            Sign in to read it and to see what happens next:
            {link}

            If you have a question, call {council.TeamName} on {council.Telephone}.
            """
        );

    public static Email ReportShared(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly until,
        string link
    ) =>
        new(
            "report.shared",
            to,
            $"Your report is ready to read ({reference})",
            $"""
            Dear {firstName},

            Your assessment report is ready. Your reference is {reference}.

            Sign in to read it and tell us what you think, until {BritishDate.Long(until)}:
            {link}

            If you would like it on paper, or have a question, call {council.TeamName} on {council.Telephone}.
            """
        );
}
