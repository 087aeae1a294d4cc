using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// Stands before every page that is sent. A form that was sent before is answered here, whatever has become of its record
/// since: the same answers lead where they led, others are shown what was sent.
/// </summary>
public sealed class SentBefore(Once once, ActorSource actors) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var request = context.HttpContext.Request;
        var ct = context.HttpContext.RequestAborted;
        if (
            !HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            || context.HandlerInstance is not FormPage page
        )
        {
            await next();
            return;
        }
        var posted = await request.ReadFormAsync(ct);
        if (posted.ContainsKey(SentForm.AnewField) && await page.BeginAnewAsync(ct))
            context.Result = page.Page();
        else if (
            Guid.TryParse(posted[FormPage.KeyField], out var key)
            && await once.FindAsync(key, ct) is { } before
            && before.AccountId == (actors.Current?.AccountId ?? Guid.Empty)
        )
            context.Result =
                before.ContentHash == SentForm.HashOf(request)
                    ? page.GoTo(new Sent(before.ResultPath, before.ResultText))
                    : await page.ShowBeforeAsync(before, ct);
        else
            await next();
    }
}

/// <summary>The page for somebody who came back to a form that was sent, and sent something else.</summary>
/// <param name="Reference">The reference of the case; null where the act belongs to none.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Typed">What is answered otherwise now.</param>
/// <param name="SeeHref">Where what was sent can be seen.</param>
/// <param name="AnewHref">Where the form can be begun anew; null where it cannot be sent a second time.</param>
/// <param name="Corrects">The form shows what is on record, so that sending it anew corrects it.</param>
public sealed record SentBeforePage(
    string? Reference,
    DateTime SentAt,
    string Outcome,
    IReadOnlyList<SummaryRow> Sent,
    IReadOnlyList<SummaryRow> Typed,
    string SeeHref,
    string? AnewHref,
    bool Corrects
)
{
    public const string View = "/Foundation/Web/SentBefore.cshtml";

    /// <summary>What was typed, to be carried into the fresh form.</summary>
    public IReadOnlyList<(string Name, string[] Values)> Carried { get; init; } = [];

    /// <summary>The lines of what was sent, and those of now that differ from them.</summary>
    public static (IReadOnlyList<SummaryRow> Sent, IReadOnlyList<SummaryRow> Typed) Compare(
        SentForm? sent,
        IEnumerable<SummaryRow> now
    ) =>
        (
            [.. (sent?.Lines ?? []).Select(l => new SummaryRow(l.Label, l.Value, null, ""))],
            [
                .. now.Where(r =>
                    (sent?.Lines.FirstOrDefault(l => l.Label == r.Label)?.Value ?? Form.Unanswered)
                    != r.Value
                ),
            ]
        );
}
