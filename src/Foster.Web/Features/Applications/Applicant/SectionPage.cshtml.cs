using System.Globalization;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The page of every section that is a list of questions. What is typed can be kept before it is finished.</summary>
public sealed class SectionPageModel(
    ApplyReads reads,
    ProgressReads progress,
    SaveSection save,
    Viewing viewing
) : ApplyPage(reads, progress)
{
    /// <summary>The names of the fields that the page showed, so that further ones are asked and not found missing.</summary>
    public const string ShownField = "shown";

    public AskedSection Asked { get; private set; } = null!;

    public override ApplySection Section => Asked;

    /// <summary>Questions that follow from an answer stand on the page now.</summary>
    public bool HasMore { get; private set; }

    public string KeepHref => $"{Asked.Href}?handler=Keep";

    public string LaterHref => $"{Asked.Href}?handler=Later";

    /// <summary>Where the questions about one of several stand on the page.</summary>
    public string BlockOf(int number) =>
        $"{Asked.Several!.Repeat.Thing.Replace(' ', '-')}-block-{number.ToString(CultureInfo.InvariantCulture)}";

    public string Shown => string.Join(' ', Form.Fields.Where(Form.Counts).Select(f => f.Name));

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (!await FindAsync(key, ct))
            return NotFound();
        Form.FillKept(Locked ? null : Facts.AnswersOf(Asked, Who)?.All);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (!await FindAsync(key, ct))
            return NotFound();
        if (!Locked && (ChangesTheirNumber() || AsksMore()))
        {
            Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
            return Page();
        }
        return await SendAsync(
            token => SaveAsync(finished: true, token),
            "/apply",
            $"“{Asked.Title}” is saved.",
            ct
        );
    }

    public Task<IActionResult> OnPostKeepAsync(string key, CancellationToken ct) =>
        KeepForLaterAsync(key, ct);

    public Task<IActionResult> OnPostLaterAsync(string key, CancellationToken ct) =>
        KeepForLaterAsync(key, ct);

    private async Task<IActionResult> KeepForLaterAsync(string key, CancellationToken ct) =>
        await FindAsync(key, ct)
            ? await KeepAsync(
                token => SaveAsync(finished: false, token),
                "/apply",
                $"What you have written under “{Asked.Title}” is kept. Come back to it whenever you like.",
                ct
            )
            : NotFound();

    private Task<Foundation.Rules.Result> SaveAsync(bool finished, CancellationToken ct) =>
        save.RunAsync(new(Asked.Key, Form.ToJson(), finished), Actor, ct);

    private async Task<bool> FindAsync(string key, CancellationToken ct)
    {
        if (ApplySections.Find(key) is not AskedSection asked || !await LoadAsync(ct))
            return false;
        Asked = asked;
        if (Form.Fields.Count == 0)
            Form = asked.NewForm();
        viewing.CaseId = Facts.CaseId;
        viewing.PersonId = Who.Person.PersonId;
        if (asked.AsksFor(Privacy.Special))
            viewing.Kinds.Add(AccessKind.Health);
        if (asked.AsksFor(Privacy.Criminal))
            viewing.Kinds.Add(AccessKind.Criminal);
        return true;
    }

    /// <summary>One more animal, or one less: the page is shown with what was typed, and nothing is checked yet.</summary>
    private bool ChangesTheirNumber()
    {
        var act = Request.Form[JourneyPage.ActField].ToString();
        if (Asked.Several is not { } several || act.Length == 0)
            return false;
        Form.Take(Request.Form);
        if (act == JourneyPage.AddAct)
            several.Repeat.Add(Form);
        else if (
            act.StartsWith(JourneyPage.RemoveAct, StringComparison.Ordinal)
            && int.TryParse(
                act[JourneyPage.RemoveAct.Length..],
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            several.Repeat.Remove(Form, number);
        return true;
    }

    /// <summary>Nothing is wrong with what was asked, and further questions follow from it.</summary>
    private bool AsksMore()
    {
        var shown = Request.Form[ShownField].ToString().Split(' ');
        if (shown is [""])
            return false;
        Form.Read(Request.Form, Today);
        bool WasShown(Field? field) => field is null || shown.Contains(field.Name);
        HasMore =
            Form.Fields.Any(f => Form.Counts(f) && !WasShown(f))
            && !Form.Errors.Any(e => WasShown(e.Field));
        if (HasMore)
            Form.Take(Request.Form);
        return HasMore;
    }
}
