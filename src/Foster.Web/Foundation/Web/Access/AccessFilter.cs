using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.History;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// Writes into the access log what a page has just read or done, before anything of it is shown. It stands before every
/// page: cases that are restricted are recorded wherever they appear in an address, whatever the page declares.
/// </summary>
public sealed class AccessFilter : IAsyncPageFilter
{
    private const string CaseParameter = "caseId";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var done = await next();
        var standsIn =
            context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if ((done.Exception is not null && !done.ExceptionHandled) || standsIn)
            return;
        var act = ActOf(done.Result, context.HttpContext);
        if (
            act == AccessAct.View
            && context.HttpContext.RequestServices.GetRequiredService<Viewing>().IsSearch
        )
            act = AccessAct.Search;
        if (act is { } what)
            await RecordAsync(context.HttpContext, what, context.HttpContext.RequestAborted);
    }

    /// <summary>Writes down that somebody was kept from a page that they are not for.</summary>
    public static Task RefusedAsync(HttpContext http) =>
        RecordAsync(http, AccessAct.Refusal, http.RequestAborted);

    private static AccessAct? ActOf(IActionResult? result, HttpContext http) =>
        result switch
        {
            FileResult => AccessAct.Export,
            NotFoundResult or NotFoundObjectResult or ForbidResult or UnauthorizedResult =>
                AccessAct.Refusal,
            StatusCodeResult { StatusCode: StatusCodes.Status403Forbidden } => AccessAct.Refusal,
            PageResult or ViewResult or null => AccessAct.View,
            _ => HttpMethods.IsPost(http.Request.Method) ? AccessAct.Change : null,
        };

    private static async Task RecordAsync(HttpContext http, AccessAct act, CancellationToken ct)
    {
        var endpoint = http.GetEndpoint();
        var declared = endpoint?.Metadata.GetMetadata<RecordsAttribute>();
        var services = http.RequestServices;
        var viewing = services.GetRequiredService<Viewing>();
        var actors = services.GetRequiredService<ActorSource>();
        var actor = actors.Current ?? actors.ByLink;
        if (actor is null || endpoint is not RouteEndpoint route)
            return;
        var kinds = new HashSet<AccessKind>(viewing.Kinds);
        kinds.UnionWith(declared?.Kinds ?? []);
        var (caseId, subjectId) = await ConcernedAsync(http, viewing, ct);
        if (
            caseId is { } id
            && await services.GetRequiredService<ICaseConcerns>().FindAsync(id, ct) is { } concern
        )
        {
            if (concern.Restricted)
                kinds.Add(AccessKind.Restricted);
        }
        else if (act == AccessAct.Refusal)
            // An id that leads nowhere, or to another council: it is told apart from a case by having none.
            (caseId, subjectId) = (null, subjectId ?? caseId);
        if (kinds.Count == 0)
            return;
        await services
            .GetRequiredService<AccessLog>()
            .WriteAsync(
                actor,
                new AccessNote(act, "/" + route.RoutePattern.RawText!.TrimStart('/'), kinds)
                {
                    CaseId = caseId,
                    PersonId = viewing.PersonId,
                    SubjectId = subjectId,
                    Rows = viewing.Rows,
                    Reason = viewing.Reason,
                },
                ct
            );
    }

    /// <summary>The case and the record that the page or its address names.</summary>
    private static async Task<(Guid? Case, Guid? Subject)> ConcernedAsync(
        HttpContext http,
        Viewing viewing,
        CancellationToken ct
    )
    {
        var (caseId, subjectId) = (viewing.CaseId, viewing.SubjectId);
        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (!Guid.TryParse(value as string, out var id))
                continue;
            if (name == CaseParameter)
            {
                caseId ??= id;
                continue;
            }
            subjectId ??= id;
            if (caseId is null)
                foreach (var records in http.RequestServices.GetServices<ICaseOfRecord>())
                    if (records.Parameter == name)
                        caseId ??= await records.FindAsync(id, ct);
        }
        // Applicants, carers and holders of a link have one case, which no address names.
        if (
            caseId is null
            && http.RequestServices.GetRequiredService<CouncilScope>()
                is { AllCases: false, OnlyCases: [var only] }
            && http.GetEndpoint()?.Metadata.GetMetadata<RecordsAttribute>() is not null
        )
            caseId = only;
        return (caseId, subjectId);
    }
}

/// <summary>Lets the program see by its addresses which pages declare what they show.</summary>
public sealed class RecordsConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (
            model.HandlerType.GetCustomAttributes(typeof(RecordsAttribute), true)
            is [RecordsAttribute records]
        )
            model.EndpointMetadata.Add(records);
    }
}
