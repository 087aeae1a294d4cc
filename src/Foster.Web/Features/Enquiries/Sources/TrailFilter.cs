using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>
/// Notices the key of a campaign in the address of a public page that is read, and asks whether it may be remembered: no
/// cookie is set before somebody said yes. Until then the key only goes on in the addresses of the links of that page. It
/// writes nothing to the database, and neither asks nor passes on for browsers that ask not to be tracked. Pages kept for
/// all visitors have no query, so that none of them is ever kept with it.
/// </summary>
public sealed class TrailFilter(CampaignReads campaigns, TrailCookie trail, CameHere here)
    : IAsyncPageFilter
{
    /// <summary>The answer of the notice, and in an address that it was no.</summary>
    public const string Answer = CameHere.Answer;

    public const string Yes = "yes";
    public const string No = CameHere.No;

    private const string Notice = "/Features/Enquiries/Public/_MayWeRemember.cshtml";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var key = await KnownAsync(http);
        if (key is not null && AnswerOf(http.Request) is { } answer)
        {
            if (answer == Yes)
                trail.Add(http, key);
            context.Result = new LocalRedirectResult(Back(http.Request, key, answer));
            return;
        }
        var asks = false;
        if (key is not null && HttpMethods.IsGet(http.Request.Method))
        {
            here.Key = key;
            here.SaidNo = http.Request.Query[Answer] == No;
            // Whoever said yes is not asked again within its time.
            if (trail.Read(http) is not null)
                trail.Add(http, key);
            else
                asks = !here.SaidNo;
        }
        var done = await next();
        // Where somebody is filling in a form, an answer would lose what they typed.
        if (
            asks
            && done.Result is PageResult or null
            && done.HandlerInstance is PageModel page and not IHasForm { Form.Fields.Count: > 0 }
        )
            page.ViewData[LayoutModel.Notice] = Notice;
    }

    private async Task<string?> KnownAsync(HttpContext http) =>
        TrailCookie.KeyOf(http.Request) is { } key
        && await campaigns.IsKnownAsync(key, http.RequestAborted)
            ? key
            : null;

    private static string? AnswerOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType
            ? request.Form[Answer].FirstOrDefault(a => a is Yes or No)
            : null;

    /// <summary>The same page without the notice; with a no, its links still take the key on.</summary>
    private static string Back(HttpRequest request, string key, string answer)
    {
        var query = request
            .Query.Where(q => !TrailCookie.Names.Contains(q.Key) && q.Key != Answer)
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        if (answer == No)
            query = [.. query, new(TrailCookie.Names[0], key), new(Answer, No)];
        return QueryHelpers.AddQueryString(request.Path.ToUriComponent(), query);
    }
}

/// <summary>Puts the filter before every page of the public and before no other.</summary>
public sealed class TrailConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        // Before the one that answers 404 to whatever is sent to a page that only shows something.
        if (model.RelativePath.Split('/') is ["", "Features", _, "Public", ..])
            model.Filters.Add(new TypeFilterAttribute(typeof(TrailFilter)) { Order = -1 });
    }
}
