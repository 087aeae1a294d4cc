using Foster.Web.Features.Enquiries.Public;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>The expression of interest for the holder of one link.</summary>
public sealed class InterestJourney
{
    public InterestJourney(string token, string key, Council council)
    {
        Notice = new PrivacyQuestion(council);
        Path = PathOf(token);
        Questions = new(
            key,
            Path,
            [.. InterestQuestions.For(Path + "/not-now"), Notice.Question("The visit")]
        )
        {
            StartAgainPath = Path,
            SentPath = Path,
        };
    }

    public Journey Questions { get; }

    public PrivacyQuestion Notice { get; }

    public string Path { get; }

    public static async Task<InterestJourney> ForAsync(
        string token,
        EnquiryLink link,
        CouncilChoice councils,
        CancellationToken ct
    ) =>
        new(
            token,
            KeyOf(link),
            (await councils.AllAsync(ct)).Single(c => c.Id == link.Actor.CouncilId)
        );

    public static string PathOf(string token) => "/expression-of-interest/" + token;

    public static string KeyOf(EnquiryLink? link) => "interest-" + link?.Key;

    /// <summary>What is sent to the council.</summary>
    public SubmitInterestInput InputOf(Guid caseId, Form answers) =>
        new(
            caseId,
            null,
            new InterestAnswers(
                answers.Must(InterestQuestions.Motivation),
                answers.Must(InterestQuestions.Experience),
                Lines(
                    answers.Must(InterestQuestions.WorkAndTime),
                    ("Good times for a visit", answers.Must(InterestQuestions.VisitTimes)),
                    ("Interpreter or other help", answers.Get(InterestQuestions.Needs))
                ),
                Lines(
                    InterestQuestions.Tenure.Display(answers.Must(InterestQuestions.Tenure)),
                    ("Changed since the enquiry", answers.Get(InterestQuestions.Changes))
                ),
                answers.Get(InterestQuestions.Pets),
                answers.Must(InterestQuestions.Smokes),
                answers.Must(InterestQuestions.Drives),
                answers.Get(InterestQuestions.Elsewhere),
                answers.Get(InterestQuestions.Earlier)
            ),
            Notice.Council?.PrivacyNoticeVersion,
            answers.Must(FosteringQuestions.Connected),
            answers.Get(FosteringQuestions.Connected) == true
                ? answers.Get(FosteringQuestions.ConnectedWith)
                : null
        );

    private static string Lines(string first, params (string Label, string? Text)[] more) =>
        string.Join(
            "\n\n",
            [first, .. more.Where(m => m.Text is not null).Select(m => $"{m.Label}: {m.Text}")]
        );
}
