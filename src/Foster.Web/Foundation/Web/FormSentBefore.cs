using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Foster.Web.Foundation.Web;

// Whoever comes back to a form that was sent and sends something else has either a correction or a second one in mind.
// They are told what was sent, and given a fresh form with what they typed.
public abstract partial class FormPage
{
    /// <summary>What was sent with this key, beside what was typed now.</summary>
    internal async Task<IActionResult> ShowBeforeAsync(Submission before, CancellationToken ct)
    {
        var sent = SentForm.FromJson(before.Words);
        if (sent is not null && sent.Path != Request.Path)
            sent = null;
        var open = await BeginAnewAsync(ct);
        var (was, typed) = SentBeforePage.Compare(sent, open ? Form.SummaryRows() : []);
        var here = Request.PathBase + Request.Path + Request.QueryString;
        return new ViewResult
        {
            ViewName = SentBeforePage.View,
            TempData = TempData,
            ViewData = new ViewDataDictionary<SentBeforePage>(MetadataProvider, ModelState)
            {
                Model = new SentBeforePage(
                    before.CaseId is { } id
                        ? (
                            await Services.GetRequiredService<ICaseConcerns>().FindAsync(id, ct)
                        )?.Reference
                        : null,
                    before.CreatedAt,
                    before.ResultText,
                    was,
                    typed,
                    before.ResultPath,
                    open ? here : null,
                    open && Form.Seen.Length > 0
                )
                {
                    Carried = [.. SentForm.Answers(Request)],
                },
            },
        };
    }

    /// <summary>
    /// The form as for somebody who opens it now, with a key of its own and with what was typed in it. False where it
    /// would not be shown to them.
    /// </summary>
    internal async Task<bool> BeginAnewAsync(CancellationToken ct)
    {
        if (await AsItStandsAsync(ct) is not { } now)
            return false;
        SubmissionKey = Guid.CreateVersion7();
        Form.Take(Request.Form);
        TakeSeen(now.Marks);
        return true;
    }
}
