using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>All answers before they are sent, and the sending: once, however often the button is pressed.</summary>
public sealed class CheckModel(
    EnquiryJourneyReads journeys,
    JourneyDrafts drafts,
    SubmitEnquiry submit,
    ActorSource actors,
    DeadlineBook deadlines,
    Once once,
    LondonClock clock
) : PageModel, IHasForm
{
    private EnquiryJourney journey = null!;
    private JourneyDraft draft = null!;

    /// <summary>Holds no field; what stands against the whole enquiry is shown with it.</summary>
    public Form Form { get; } = new();

    public JourneyAnswers Answers { get; private set; } = null!;

    public string Council => journey.Chosen?.Name ?? "";

    public string BackHref => journey.Questions.PathOf(Answers.Asked[^1]);

    public bool IsUnder21 =>
        EnquiryQuestions.IsUnder21(Answers.Form.Get(EnquiryQuestions.Born), clock.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        try
        {
            var sent = await once.RunAsync(draft.Id, Submission, Guid.Empty, SendAsync, ct);
            if (!Form.Apply(sent.Outcome))
                return Page();
            return LocalRedirect(
                sent.AlreadySent ? journey.Questions.AlreadySentPath : sent.Outcome.Value.Path
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            // An answer was changed in another window: what is sent has to be looked at again.
            return LocalRedirect(journey.Questions.CheckPath);
        }
    }

    /// <summary>The same words for every content: the draft of a key is sent as it stands, and then it is gone.</summary>
    private const string Submission = "enquiry";

    private async Task<Result<Sent>> SendAsync(CancellationToken ct)
    {
        var input = journey.InputOf(Answers.Form);
        var result = await submit.RunAsync(input, actors.Anyone(input.CouncilId), ct);
        if (!result.Ok)
            return Result<Sent>.Refused(result.Refusals);
        var due = await deadlines.PreviewAsync(DeadlineRules.FirstContact, clock.Today, ct);
        var outcome = EnquiryOutcome.Of(result.Value, input, Council, due.Explanation);
        drafts.Finish(draft, outcome.ToJson());
        return new Sent(journey.Questions.SentPath);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var found = await drafts.FindAsync(
            JourneyCookie.Read(HttpContext, EnquiryJourney.Key),
            EnquiryJourney.Key,
            ct
        );
        var answers = drafts.AnswersOf(found);
        journey = await journeys.ForAsync(answers, ct);
        if (found is { IsSent: true })
            return LocalRedirect(journey.Questions.AlreadySentPath);
        if (found is null || answers is null)
            return LocalRedirect(journey.Questions.StartAgainPath);
        draft = found;
        Answers = journey.Questions.Read(answers, draft.Slugs, clock.Today);
        return Answers.FirstOpen is { } open
            ? LocalRedirect(journey.Questions.PathOf(open, change: Answers.IsNearlyDone))
            : null;
    }
}
