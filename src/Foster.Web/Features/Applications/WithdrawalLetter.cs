using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Applications;

/// <summary>
/// Confirms a withdrawal: what ended and when, what becomes of the papers, and that they may come back. The day and how
/// long the papers are kept stand in it whatever a council words (R-APP-08, R-REC-04).
/// </summary>
public sealed class WithdrawalLetter(LetterPress press, DeadlineBook deadlines)
{
    public static readonly LetterTemplate Words = new()
    {
        Key = "application.withdrawal",
        Name = "Withdrawal confirmed",
        Recipient = "Each applicant, when the application is withdrawn",
        Own = [Placeholders.Reference, Placeholders.Date, LetterPlaces.Papers],
        Law =
        [
            new(Placeholders.Date, "R-APP-08", "people are told from which day it is withdrawn."),
            new(
                LetterPlaces.Papers,
                "R-REC-04",
                "people are told what happens to their papers and for how long."
            ),
        ],
        Subject = "Your application is withdrawn",
        Body = """
            You told us that you withdraw your application to foster with {council}. This letter confirms it. Your reference is {reference}, and your application is withdrawn from {date}.

            We have stopped everything that was still under way: checks, references, visits and dates. We will not ask you, or the people you named, for anything more.

            {what we keep}

            This application cannot be taken up again. You are welcome to talk with us and to apply anew whenever you like: the door stays open. Call us on {telephone}, {opening hours}, or write to {email}.

            If you did not ask for this, or something in this letter is not right, call us.
            """,
    };

    /// <summary>As it would go out now.</summary>
    public async Task<LetterDraft> DraftAsync(
        Application application,
        DateOnly on,
        CancellationToken ct
    )
    {
        var papers = await PapersAsync(application, on, ct);
        return await press.DraftAsync(
            application.CaseId,
            Words,
            values => values.On(on).Papers(papers),
            ct
        );
    }

    /// <summary>Until when the papers of an application that is withdrawn on this day are kept.</summary>
    public async Task<DateOnly> KeptUntilAsync(
        Application application,
        DateOnly on,
        CancellationToken ct
    ) =>
        (
            await deadlines.PreviewAsync(
                application.ReceivedOn is null
                    ? DeadlineRules.EnquiryKept
                    : DeadlineRules.ApplicantRecordKept,
                on,
                ct
            )
        ).On;

    /// <summary>What was never sent is no application and is kept like an enquiry (R-REC-06).</summary>
    private async Task<string> PapersAsync(
        Application application,
        DateOnly on,
        CancellationToken ct
    )
    {
        var sent = application.ReceivedOn is not null;
        var until = BritishDate.Long(await KeptUntilAsync(application, on, ct));
        return "What happens to your papers: "
            + (
                sent
                    ? "the law asks us to keep the record of an application for at least 3 years after it is withdrawn. "
                        + $"We keep yours until {until}, and then we delete it. "
                    : $"you had not sent the application yet. We keep what you wrote, and your enquiry, until {until}, and then we delete them. "
            )
            + "We keep something longer only where another law or an inquiry asks us to. Only the people who have to see it can open it, and you can ask us for a copy at any time.";
    }
}
