using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Journeys;

/// <summary>
/// The page that shows all answers before they are sent, and sends them: once, however often the button is pressed and
/// in however many windows.
/// </summary>
public abstract class JourneyCheckPage(JourneyDrafts drafts, Once once, LondonClock clock)
    : PageModel,
        IHasForm
{
    private JourneyDraft draft = null!;

    /// <summary>Holds no field; what stands against the whole journey is shown with it.</summary>
    public Form Form { get; } = new();

    public Journey Journey { get; private set; } = null!;

    public JourneyAnswers Answers { get; private set; } = null!;

    public string BackHref => Journey.PathOf(Answers.Asked[^1]);

    protected abstract string Key { get; }

    protected DateOnly Today => clock.Today;

    protected JourneyDraft Draft => draft;

    /// <summary>What makes it look as if no person had filled it in.</summary>
    protected IReadOnlyList<SpamSign> Signs =>
        HttpContext
            .RequestServices.GetRequiredService<SpamTrap>()
            .SignsOf(
                draft.IsTrapped || SpamTrap.IsFilled(Request.Form),
                draft.BegunAt,
                Answers.Asked.Count
            );

    /// <summary>The journey as it is for somebody with these answers.</summary>
    protected abstract Task<Journey> DescribeAsync(string? answers, CancellationToken ct);

    /// <summary>Does what the journey is for, and says what the confirmation page has to show.</summary>
    protected abstract Task<Result<string>> SendAsync(CancellationToken ct);

    /// <summary>Another page to go to, for somebody to whom the journey is not open.</summary>
    protected virtual Task<IActionResult?> AdmitAsync(CancellationToken ct) =>
        Task.FromResult<IActionResult?>(null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        var limits = HttpContext.RequestServices.GetRequiredService<FormLimits>();
        if (await limits.RefusesAsync(FormStep.Send, Form, Response, ct))
            return Page();
        try
        {
            // The draft is the key: it is sent as it stands, and then its answers are gone.
            var rows = Answers.Sections.SelectMany(s => s.Rows);
            var words = SentForm.Of(Request, rows).ToJson();
            var sent = await once.RunTogetherAsync(
                draft.Id,
                Key,
                Guid.Empty,
                FinishAsync,
                ct,
                words
            );
            if (!Form.Apply(sent.Outcome))
                return Page();
            return LocalRedirect(sent.AlreadySent ? Journey.AlreadySentPath : Journey.SentPath);
        }
        catch (DbUpdateConcurrencyException)
        {
            // An answer was changed in another window: what is sent has to be looked at again.
            return LocalRedirect(Journey.CheckPath);
        }
    }

    private async Task<Result<Sent>> FinishAsync(CancellationToken ct)
    {
        var outcome = await SendAsync(ct);
        if (!outcome.Ok)
            return Result<Sent>.Refused(outcome.Refusals);
        // What was sent needs no way back.
        if (draft.SavedAt is not null)
            await HttpContext
                .RequestServices.GetRequiredService<Links>()
                .EndAsync(LinkPurpose.SavedForm, draft.Id, ct);
        drafts.Finish(draft, outcome.Value);
        return new Sent(Journey.SentPath);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await AdmitAsync(ct) is { } elsewhere)
            return elsewhere;
        var found = await drafts.FindAsync(JourneyCookie.Read(HttpContext, Key), Key, ct);
        var answers = drafts.AnswersOf(found);
        Journey = await DescribeAsync(answers, ct);
        if (found is { IsSent: true })
            return LocalRedirect(Journey.AlreadySentPath);
        if (found is null || answers is null)
            return LocalRedirect(Journey.StartAgainPath);
        draft = found;
        Answers = Journey.Read(answers, draft.Slugs, clock.Today);
        return Answers.FirstOpen is { } open
            ? LocalRedirect(Journey.PathOf(open, change: Answers.IsNearlyDone))
            : null;
    }
}
