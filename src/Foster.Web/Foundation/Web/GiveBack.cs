using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// Fills a form with what its sender sent too late, as if they had just typed it. Nothing is done with it until they
/// send it again; then it is forgotten.
/// </summary>
public sealed class GiveBack(LatePosts posts) : IAsyncPageFilter
{
    /// <summary>In the data of a view: words that stand above the page.</summary>
    public const string Notice = "Notice";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var done = await next();
        if (
            http.Features.Get<Presence>() is not { } who
            || !Guid.TryParse(http.Request.Query[LatePosts.Query], out var id)
        )
            return;
        var ct = http.RequestAborted;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            if (done.Exception is null && done.Result is not (null or PageResult))
                await posts.ForgetAsync(id, who.Session.AccountId, ct);
        }
        else if (
            done.Result is null or PageResult
            && context.HandlerInstance is IHasForm page
            && await posts.FindAsync(id, who.Session.AccountId, http.Request.Path, ct) is { } fields
        )
        {
            foreach (var name in page.Form.Fields.SelectMany(f => f.InputNames))
                page.Form.Answers.Set(name, fields.GetValueOrDefault(name) ?? []);
            if (page is FormPage form && fields.GetValueOrDefault(FormPage.KeyField) is [var key])
                form.Keep(
                    key,
                    fields.GetValueOrDefault(FormPage.SeenField)?.FirstOrDefault() ?? ""
                );
            if (page is PageModel model)
                model.ViewData[Notice] =
                    "This page was not saved yet, because you had to sign in again. What you typed is here: "
                    + "check it and send it.";
        }
    }
}
