using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Foster.Web.Foundation.Journeys;

// The answers of a journey are gone from its draft once it is sent. Whoever goes back in their browser and sends another
// answer is told so, sees what was sent, and can begin another with that answer.
public abstract partial class JourneyPage
{
    /// <summary>The reference that its sender was told; null where there is none.</summary>
    protected virtual string? ReferenceOf(string outcome) => null;

    private async Task<IActionResult> SentBeforeAsync(JourneyDraft sent, CancellationToken ct)
    {
        Form = Question.Page();
        Form.Take(Request.Form);
        if (Request.Form.ContainsKey(SentForm.AnewField))
        {
            var fresh = await Drafts.SaveAsync(null, Key, Question, Form, ct);
            JourneyCookie.Write(HttpContext, Key, fresh.Id);
            return LocalRedirect(Journey.PathOf(Journey.Questions[0]));
        }
        var once = HttpContext.RequestServices.GetRequiredService<Once>();
        if (await once.FindAsync(sent.Id, ct) is not { } before)
            return LocalRedirect(Journey.AlreadySentPath);
        var (was, typed) = SentBeforePage.Compare(
            SentForm.FromJson(before.Words),
            Form.SummaryRows()
        );
        if (typed.Count == 0)
            return LocalRedirect(Journey.AlreadySentPath);
        return new ViewResult
        {
            ViewName = SentBeforePage.View,
            TempData = TempData,
            ViewData = new ViewDataDictionary<SentBeforePage>(MetadataProvider, ModelState)
            {
                Model = new SentBeforePage(
                    Drafts.OutcomeOf(sent) is { } outcome ? ReferenceOf(outcome) : null,
                    before.CreatedAt,
                    "",
                    was,
                    typed,
                    Journey.AlreadySentPath,
                    Here,
                    Corrects: false
                )
                {
                    Carried = [.. SentForm.Answers(Request)],
                },
            },
        };
    }
}
