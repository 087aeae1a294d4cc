using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Foundation.Journeys;

/// <summary>
/// The page of every question of a journey, at {path}/{slug}. An answer is checked, kept and leads on to the next
/// question; one that was changed from the check-answers page leads back there. Where several people or things are asked
/// about, it is the list of them.
/// </summary>
public abstract partial class JourneyPage(JourneyDrafts drafts, LondonClock clock)
    : JourneyStep(drafts, clock)
{
    public string BackHref =>
        IsChange && Answers.FirstOpen is null ? Journey.CheckPath
        : Answers.Before(Question) is { } before ? Journey.PathOf(before)
        : Journey.Path;

    /// <summary>Where its form is sent; named, or the part after # would go along from page to page.</summary>
    public string Here => Journey.PathOf(Question, IsChange) + Brought;

    /// <summary>How many of several there are.</summary>
    public int Count => Question.Repeat?.CountOf(Answers.Form) ?? 0;

    /// <summary>Fields whose answers a link may bring to the first question.</summary>
    protected virtual IReadOnlyList<Field> Carried => [];

    /// <summary>The address of one of several.</summary>
    public string PathOf(int item, bool remove = false) =>
        Journey.PathOf(Question, item, IsChange, remove);

    public bool IsWhole(int item) => Question.Repeat!.Holds(Answers.Form, item, Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        if (Draft is null && Question != Journey.Questions[0])
            return LocalRedirect(Journey.StartAgainPath);
        if (IsOutOfTurn)
            return LocalRedirect(Onward(Answers.FirstOpen));
        if (Question.Repeat is { } several)
        {
            Form = ListForm(several);
            return Count == 0 ? LocalRedirect(PathOf(1)) : Page();
        }
        Form = Question.Page(Answers.Form);
        // What is likely goes before nothing that somebody typed.
        if (!Answers.IsAnswered(Question) && Form.IsBlank)
            Question.Suggest?.Invoke(Form, Answers.Form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return Draft is { IsSent: true } && Question.Repeat is null
                ? await SentBeforeAsync(Draft, ct)
                : elsewhere;
        if (Question.Repeat is { } several)
            return await ListedAsync(several, ct);
        Form = Question.Page();
        if (IsLater)
        {
            Form.Take(Request.Form);
            return await LeaveWithAsync(Form, ct, BroughtAlong());
        }
        Form.Read(Request.Form, Today);
        Question.Check?.Invoke(Form);
        if (!Form.Ok)
            return Page();
        if (Question.LeadsAway?.Invoke(Form, Today) is { } away)
            return LocalRedirect(away);
        return await AnsweredAsync(Form, ct);
    }

    private async Task<IActionResult> AnsweredAsync(Form answer, CancellationToken ct)
    {
        var wasLost = Draft is null && Question != Journey.Questions[0];
        if (!await KeepAsync(answer, answered: true, ct, BroughtAlong()))
            return Page();
        if (Draft!.IsSent)
            return LocalRedirect(Journey.AlreadySentPath);
        if (wasLost)
            return LocalRedirect(Journey.StartAgainPath);
        Answers = Journey.Read(Drafts.AnswersOf(Draft), Draft.Slugs, Today);
        return LocalRedirect(Onward(IsChange ? Answers.FirstOpen : Answers.After(Question)));
    }

    /// <summary>One more, or on: when everybody on the list is whole.</summary>
    private async Task<IActionResult> ListedAsync(JourneyRepeat several, CancellationToken ct)
    {
        if (Draft is null)
            return LocalRedirect(Journey.StartAgainPath);
        if (IsOutOfTurn)
            return LocalRedirect(Onward(Answers.FirstOpen));
        Form = ListForm(several);
        if (IsLater)
            return await LeaveWithAsync(new Form(), ct);
        Form.Read(Request.Form, Today);
        if (!Form.Ok)
            return Page();
        if (Count == 0 || (Count < several.Max && Form.Must(several.More)))
            return LocalRedirect(PathOf(Count + 1));
        for (var item = 1; item <= Count; item++)
            if (!IsWhole(item))
                return LocalRedirect(PathOf(item));
        return await AnsweredAsync(new Form(), ct);
    }

    private Form ListForm(JourneyRepeat several) =>
        Count < several.Max ? new Form(several.More) : new Form();
}
