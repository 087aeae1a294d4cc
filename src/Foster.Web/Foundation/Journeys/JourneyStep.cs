using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Foundation.Journeys;

/// <summary>A page inside a journey: it finds the draft of the browser and the question it belongs to.</summary>
public abstract class JourneyStep(JourneyDrafts drafts, LondonClock clock) : PageModel, IHasForm
{
    /// <summary>The name of the buttons that do something else than go on.</summary>
    public const string ActField = "act";
    public const string AddAct = "add";
    public const string RemoveAct = "remove-";
    public const string LaterAct = "later";

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>Set when the page was opened from the check-answers page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Change { get; set; }

    public Form Form { get; protected set; } = new();

    public Journey Journey { get; private set; } = null!;

    public JourneyQuestion Question { get; private set; } = null!;

    public JourneyAnswers Answers { get; protected set; } = null!;

    /// <summary>Whether somebody can stop here and be sent a link to come back by.</summary>
    public virtual bool CanComeBack => false;

    protected JourneyDrafts Drafts => drafts;

    protected JourneyDraft? Draft { get; set; }

    protected bool IsChange => Change == "yes";

    protected DateOnly Today => clock.Today;

    protected bool IsLater => CanComeBack && Request.Form[ActField] == LaterAct;

    /// <summary>Not asked at all, or not yet.</summary>
    protected bool IsOutOfTurn => !Answers.Asked.Contains(Question) || Answers.IsAhead(Question);

    /// <summary>The journey as it is for somebody with these answers.</summary>
    protected abstract Task<Journey> DescribeAsync(string? answers, CancellationToken ct);

    /// <summary>The key of the journey; its draft has to be found before it can be described.</summary>
    protected abstract string Key { get; }

    /// <summary>Another page to go to, for somebody to whom the journey is not open.</summary>
    protected virtual Task<IActionResult?> AdmitAsync(CancellationToken ct) =>
        Task.FromResult<IActionResult?>(null);

    /// <summary>Sends a link to come back by, or asks where to; what was typed is kept already.</summary>
    protected virtual Task<IActionResult> LeaveAsync(JourneyDraft draft, CancellationToken ct) =>
        throw new InvalidOperationException("This journey has no way back.");

    protected string Onward(JourneyQuestion? next) =>
        next is null ? Journey.CheckPath : Journey.PathOf(next, IsChange);

    /// <summary>Keeps what is on the page. False where there were too many: the page is shown again and says so.</summary>
    protected async Task<bool> KeepAsync(
        Form page,
        bool answered,
        CancellationToken ct,
        string? brought = null
    )
    {
        if (Draft is null && await IsTooManyAsync(FormStep.Begin, ct))
            return false;
        Draft = await drafts.SaveAsync(
            Draft?.Id,
            Key,
            Question,
            page,
            ct,
            brought,
            SpamTrap.IsFilled(Request.Form),
            answered
        );
        if (JourneyCookie.Read(HttpContext, Key) != Draft.Id)
            JourneyCookie.Write(HttpContext, Key, Draft.Id);
        return true;
    }

    /// <summary>Stops here: what was typed is kept as it is, and nothing of it is checked.</summary>
    protected async Task<IActionResult> LeaveWithAsync(
        Form page,
        CancellationToken ct,
        string? brought = null
    )
    {
        if (
            await IsTooManyAsync(FormStep.Send, ct)
            || !await KeepAsync(page, answered: false, ct, brought)
        )
            return Page();
        return Draft!.IsSent ? LocalRedirect(Journey.AlreadySentPath) : await LeaveAsync(Draft, ct);
    }

    protected async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await AdmitAsync(ct) is { } elsewhere)
            return elsewhere;
        Draft = await drafts.FindAsync(JourneyCookie.Read(HttpContext, Key), Key, ct);
        var answers = drafts.AnswersOf(Draft);
        if (Draft is { IsSent: false } && answers is null)
            Draft = null;
        Journey = await DescribeAsync(answers, ct);
        if (Journey.Find(Slug) is not { } question)
            return NotFound();
        Question = question;
        if (Draft is { IsSent: true })
            return LocalRedirect(Journey.AlreadySentPath);
        Answers = Journey.Read(answers, Draft?.Slugs ?? [], Today);
        return null;
    }

    /// <summary>A new draft is a new row, and a message a message; they are limited, and what was typed stays on the page.</summary>
    private Task<bool> IsTooManyAsync(FormStep step, CancellationToken ct) =>
        HttpContext
            .RequestServices.GetRequiredService<FormLimits>()
            .RefusesAsync(step, Form, Response, ct);
}
