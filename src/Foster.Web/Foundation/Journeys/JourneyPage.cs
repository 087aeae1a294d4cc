using System.Globalization;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Foundation.Journeys;

/// <summary>
/// The page of every question of a journey, at {path}/{slug}. An answer is checked, kept and leads on to the next
/// question; one that was changed from the check-answers page leads back there.
/// </summary>
public abstract partial class JourneyPage(JourneyDrafts drafts, LondonClock clock)
    : PageModel,
        IHasForm
{
    /// <summary>The name of the buttons that add or remove one of several.</summary>
    public const string ActField = "act";
    public const string AddAct = "add";
    public const string RemoveAct = "remove-";

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>Set when the page was opened from the check-answers page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Change { get; set; }

    public Form Form { get; private set; } = new();

    public Journey Journey { get; private set; } = null!;

    public JourneyQuestion Question { get; private set; } = null!;

    public JourneyAnswers Answers { get; private set; } = null!;

    public string BackHref =>
        IsChange && Answers.FirstOpen is null ? Journey.CheckPath
        : Answers.Before(Question) is { } before ? Journey.PathOf(before)
        : Journey.Path;

    /// <summary>Where its form is sent; named, or the part after # would go along from page to page.</summary>
    public string Here => Journey.PathOf(Question, IsChange) + Brought;

    protected JourneyDraft? Draft { get; private set; }

    private bool IsChange => Change == "yes";

    private DateOnly Today => clock.Today;

    /// <summary>The journey as it is for somebody with these answers.</summary>
    protected abstract Task<Journey> DescribeAsync(string? answers, CancellationToken ct);

    /// <summary>The key of the journey; its draft has to be found before it can be described.</summary>
    protected abstract string Key { get; }

    /// <summary>Fields whose answers a link may bring to the first question.</summary>
    protected virtual IReadOnlyList<Field> Carried => [];

    /// <summary>Another page to go to, for somebody to whom the journey is not open.</summary>
    protected virtual Task<IActionResult?> AdmitAsync(CancellationToken ct) =>
        Task.FromResult<IActionResult?>(null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        if (Draft is null && Question != Journey.Questions[0])
            return LocalRedirect(Journey.StartAgainPath);
        if (!Answers.Asked.Contains(Question) || Answers.IsAhead(Question))
            return LocalRedirect(Onward(Answers.FirstOpen));
        Form = Question.Page(Answers.Form);
        if (!Answers.IsAnswered(Question))
            Question.Suggest?.Invoke(Form, Answers.Form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return Draft is { IsSent: true } ? await SentBeforeAsync(Draft, ct) : elsewhere;
        Form = Question.Page();
        Form.Read(Request.Form, Today);
        var act = Question.Repeat is null ? "" : Request.Form[ActField].ToString();
        if (Question.Repeat is { } repeat && act.StartsWith(RemoveAct, StringComparison.Ordinal))
        {
            if (int.TryParse(act[RemoveAct.Length..], CultureInfo.InvariantCulture, out var number))
                repeat.Remove(Form, number);
            // What is left is shown as it was typed; it is checked when it is sent on.
            Form = Question.Page(Form);
            return Page();
        }
        Question.Check?.Invoke(Form);
        if (!Form.Ok)
            return Page();
        if (Question.LeadsAway?.Invoke(Form, Today) is { } away)
            return LocalRedirect(away);
        if (act == AddAct)
            Question.Repeat!.Add(Form);
        if (Draft is null && await IsTooManyAsync(ct))
            return Page();
        var wasLost = Draft is null && Question != Journey.Questions[0];
        Draft = await drafts.SaveAsync(
            Draft?.Id,
            Key,
            Question,
            Form,
            ct,
            BroughtAlong(),
            SpamTrap.IsFilled(Request.Form)
        );
        if (JourneyCookie.Read(HttpContext, Key) != Draft.Id)
            JourneyCookie.Write(HttpContext, Key, Draft.Id);
        if (Draft.IsSent)
            return LocalRedirect(Journey.AlreadySentPath);
        if (wasLost)
            return LocalRedirect(Journey.StartAgainPath);
        if (act == AddAct)
            return LocalRedirect(
                $"{Here}#{Question.Repeat!.Of(Question.Repeat.CountOf(Form))[0].InputNames[0]}"
            );
        Answers = Journey.Read(drafts.AnswersOf(Draft), Draft.Slugs, Today);
        return LocalRedirect(Onward(IsChange ? Answers.FirstOpen : Answers.After(Question)));
    }

    /// <summary>A new draft is a new row; they are limited, and what was typed stays on the page.</summary>
    private Task<bool> IsTooManyAsync(CancellationToken ct) =>
        HttpContext
            .RequestServices.GetRequiredService<FormLimits>()
            .RefusesAsync(FormStep.Begin, Form, Response, ct);

    private string Onward(JourneyQuestion? next) =>
        next is null ? Journey.CheckPath : Journey.PathOf(next, IsChange);

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
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
}
