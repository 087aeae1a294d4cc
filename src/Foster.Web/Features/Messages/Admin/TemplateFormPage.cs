using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Messages.Admin;

/// <summary>A page on which an administrator does something about the words of one kind of message.</summary>
public abstract class TemplateFormPage(TemplateReads templates, TemplateBook book) : FormPage
{
    protected static TextField Why { get; } =
        new("why")
        {
            Label = "Why?",
            Called = "Reason",
            Hint = "Other administrators read it.",
            Optional = true,
            Rows = 2,
            Max = WordsAct.MaxWhy,
        };

    public TemplateLine Line { get; private set; } = null!;

    public string Back => MessageLinks.WordsOf(Line.Template.Key);

    protected abstract string Done { get; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (!await LoadAsync(key, ct))
            return NotFound();
        Prefill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (!await LoadAsync(key, ct))
            return NotFound();
        var answer = await SendAsync(ActAsync, Back, Done, ct);
        // Saved by now, so that this node uses the words at once; the others follow.
        await book.RenewAsync(ct);
        return answer;
    }

    protected virtual void Prefill() { }

    protected abstract Task<Result> ActAsync(CancellationToken ct);

    protected virtual async Task<bool> LoadAsync(string key, CancellationToken ct)
    {
        if (await templates.OneAsync(key, Actor, ct) is not { } found)
            return false;
        Line = found;
        return true;
    }
}
