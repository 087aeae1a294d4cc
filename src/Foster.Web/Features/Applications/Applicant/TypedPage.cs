using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>
/// A page whose words are kept while they are typed, with a button and in the background. What is kept is shown to
/// whoever typed it when they come back, and becomes an answer only when they send the page.
/// </summary>
public abstract class TypedPage(ApplyReads reads, ProgressReads progress)
    : ApplyPage(reads, progress)
{
    /// <summary>When what is shown was typed; null where the page shows what is on record.</summary>
    public DateTime? TypedAt { get; private set; }

    public string KeepHref => $"{Request.Path}?handler=Keep";

    public string LaterHref => $"{Request.Path}?handler=Later";

    public string ForgetHref => $"{Request.Path}?handler=Forget";

    /// <summary>The page among those that are kept, such as addresses/add.</summary>
    protected abstract string TypedKey { get; }

    /// <summary>Where somebody goes who stops here.</summary>
    protected virtual string LeavePath => "/apply";

    /// <summary>Lays what was typed over what the record says.</summary>
    protected async Task TakeUpAsync(CancellationToken ct)
    {
        var typed = Locked
            ? null
            : await Forms.FindAsync(Facts.CaseId, Who.Person.PersonId, TypedKey, ct);
        if (typed is null)
            return;
        Form.TakeUp(typed.Answers, typed.Seen);
        TypedAt = typed.KeptAt;
    }

    /// <summary>With the save what was typed is on record, and is not kept beside it.</summary>
    protected async Task<T> DoneAsync<T>(Task<T> saved, CancellationToken ct)
        where T : Result
    {
        var result = await saved;
        if (result.Ok)
            await Forms.ForgetAsync(TypedKey, Actor, ct);
        return result;
    }

    protected Task<IActionResult> KeepTypedAsync(CancellationToken ct) =>
        KeepAsync(
            token =>
                Forms.KeepAsync(
                    TypedKey,
                    Section?.ClosesTogether == true,
                    Form.ToJson(),
                    Request.Form[SeenField].ToString(),
                    Actor,
                    token
                ),
            LeavePath,
            "What you have typed is kept for you. It counts only when you save it: come back to it whenever you like.",
            ct
        );

    protected async Task<IActionResult> ForgetTypedAsync(CancellationToken ct)
    {
        await Forms.ForgetAsync(TypedKey, Actor, ct);
        return LocalRedirect(Request.Path.Value!);
    }

    private TypedForms Forms => HttpContext.RequestServices.GetRequiredService<TypedForms>();
}
