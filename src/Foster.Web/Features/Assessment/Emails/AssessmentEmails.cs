using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Assessment.Emails;

/// <summary>What applicants are told by e-mail during their assessment.</summary>
public static class AssessmentEmails
{
    public static readonly MailTemplate Stage1PassedWords = new()
    {
        Key = "stage1.passed",
        Name = "Stage 1 decision to read",
        Recipient = "The applicants, when stage 1 is decided",
        Own = Known,
        Must = [Placeholders.Link],
        Subject = "A decision on your application ({reference})",
        Body = """
            Dear {first name},

            On {date} we made the stage 1 decision on your application. Your reference is {reference}.

            Sign in to read it and to see what happens next:
            {link}

            If you have a question, call {team} on {telephone}.
            """,
    };

    public static readonly MailTemplate ReportSharedWords = new()
    {
        Key = "report.shared",
        Name = "Report to read and answer",
        Recipient = "The applicants, when their assessment report is shared with them",
        Own = Known,
        Must = [Placeholders.Link],
        Subject = "Your report is ready to read ({reference})",
        Body = """
            Dear {first name},

            Your assessment report is ready. Your reference is {reference}.

            Sign in to read it and tell us what you think, until {date}:
            {link}

            If you would like it on paper, or have a question, call {team} on {telephone}.
            """,
    };

    private static Placeholder[] Known =>
        [
            Placeholders.FirstName,
            Placeholders.Reference,
            Placeholders.Date,
            Placeholders.Day,
            Placeholders.Link,
        ];

    public static Email Stage1Passed(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly on,
        string link
    ) => Stage1PassedWords.Write(to, Of(firstName, reference, council).On(on).Link(link));

    public static Email ReportShared(
        string to,
        string firstName,
        string reference,
        Council council,
        DateOnly until,
        string link
    ) => ReportSharedWords.Write(to, Of(firstName, reference, council).On(until).Link(link));

    private static MailValues Of(string firstName, string reference, Council council) =>
        new MailValues(council).For(firstName).About(reference);
}
