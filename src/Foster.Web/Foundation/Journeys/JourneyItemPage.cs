using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Foundation.Journeys;

/// <summary>One of several people or things of a question: the page that asks about it, or the one that takes it out.</summary>
public abstract class JourneyItemStep(JourneyDrafts drafts, LondonClock clock)
    : JourneyStep(drafts, clock)
{
    /// <summary>The hidden field that says what of it the reader saw.</summary>
    public const string SeenField = "as-seen";

    [BindProperty(SupportsGet = true)]
    public int Item { get; set; }

    public JourneyRepeat Several => Question.Repeat!;

    public string ListHref => Journey.PathOf(Question, IsChange);

    public string Seen { get; protected set; } = "";

    protected int Count => Several.CountOf(Answers.Form);

    protected const string ChangedElsewhere =
        "This list was changed in another window. Go back to the list to see how it is now.";

    /// <summary>Another page to go to where this one has nothing to ask.</summary>
    protected async Task<IActionResult?> ArriveAsync(int most, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        if (Question.Repeat is null)
            return NotFound();
        if (Draft is null)
            return LocalRedirect(Journey.StartAgainPath);
        if (IsOutOfTurn)
            return LocalRedirect(Onward(Answers.FirstOpen));
        // It was taken out in another window, or there is no room for one more.
        return Item < 1 || Item > Math.Min(Count + most, Several.Max)
            ? LocalRedirect(ListHref)
            : null;
    }
}

/// <summary>Asks about one of several, at {path}/{slug}/{number}; the number after the last is one more.</summary>
public abstract class JourneyItemPage(JourneyDrafts drafts, LondonClock clock)
    : JourneyItemStep(drafts, clock)
{
    public string BackHref =>
        Count > 0 ? ListHref
        : Answers.Before(Question) is { } before ? Journey.PathOf(before, IsChange)
        : Journey.Path;

    public string Here => Journey.PathOf(Question, Item, IsChange);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ArriveAsync(most: 1, ct) is { } elsewhere)
            return elsewhere;
        Form = Several.PageOf(Answers.Form, Item);
        Seen = Several.MarkOf(Answers.Form, Item);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ArriveAsync(most: 1, ct) is { } elsewhere)
            return elsewhere;
        Seen = Request.Form[SeenField].ToString();
        Form = Several.Take(Answers.Form, Item, Request.Form);
        var now = Several.MarkOf(Answers.Form, Item);
        if (Seen != now)
        {
            // The same twice is once; somebody new who comes second goes after whom came first.
            if (Several.MarkOf(Form, Item) == now)
                return LocalRedirect(ListHref);
            if (Seen.Length > 0 || Count == Several.Max)
            {
                Form.AddError(null, ChangedElsewhere);
                return Page();
            }
            Form = Moved(Count + 1);
        }
        if (IsLater)
            return await LeaveWithAsync(IsBlank() ? new Form() : Form, ct);
        Form.Check(Today);
        if (!Form.Ok)
            return Page();
        return await KeepAsync(Form, answered: false, ct) ? LocalRedirect(ListHref) : Page();
    }

    private bool IsBlank() =>
        Several.MarkOf(Answers.Form, Item).Length == 0
        && Several
            .Of(Item)
            .SelectMany(f => f.InputNames)
            .All(n => string.IsNullOrWhiteSpace(Form.Answers[n]));

    /// <summary>What was typed, as that of another number.</summary>
    private Form Moved(int number)
    {
        var page = Several.PageOf(Answers.Form, number);
        foreach (var (field, place) in Several.Of(number).Select((f, place) => (f, place)))
            for (var input = 0; input < field.InputNames.Count; input++)
                page.Answers.Set(
                    field.InputNames[input],
                    [.. Form.Answers.Many(Several.Of(Item)[place].InputNames[input])]
                );
        Item = number;
        Seen = "";
        return page;
    }
}

/// <summary>Asks whether one of several is to be taken out, at {path}/{slug}/{number}/remove, and does it.</summary>
public abstract class JourneyRemovePage(JourneyDrafts drafts, LondonClock clock)
    : JourneyItemStep(drafts, clock)
{
    private YesNoField sure = null!;

    public string Name => Several.Say!(Answers.Form, Item).Name;

    public string Here => Journey.PathOf(Question, Item, IsChange, remove: true);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ArriveAsync(most: 0, ct) is { } elsewhere)
            return elsewhere;
        Ask();
        Seen = Several.MarkOf(Answers.Form, Item);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ArriveAsync(most: 0, ct) is { } elsewhere)
            return elsewhere;
        Ask();
        Seen = Request.Form[SeenField].ToString();
        Form.Read(Request.Form, Today);
        if (Form.Ok && Form.Must(sure) && Seen != Several.MarkOf(Answers.Form, Item))
            Form.AddError(null, ChangedElsewhere);
        if (!Form.Ok)
            return Page();
        if (!Form.Must(sure))
            return LocalRedirect(ListHref);
        var all = Question.Page(Answers.Form);
        Several.Remove(all, Item);
        if (!await KeepAsync(all, answered: false, ct))
            return Page();
        // With nobody left the question before is open again: does anyone live with you?
        return LocalRedirect(
            Several.CountOf(all) == 0 && Answers.Before(Question) is { } before
                ? Journey.PathOf(before, IsChange)
                : ListHref
        );
    }

    private void Ask() =>
        Form = new Form(
            sure = new("sure")
            {
                Label = $"Are you sure you want to remove {Name}?",
                Called = "Remove",
                MissingMessage = $"Select yes if you want to remove this {Several.Thing}",
            }
        );
}
