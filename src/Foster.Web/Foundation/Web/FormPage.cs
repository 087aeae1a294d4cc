using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// A page with a form. It reads only the declared fields, calls one operation exactly once for each page handed out,
/// and shows every refusal beside its field with what was typed still there.
/// </summary>
public abstract partial class FormPage : PageModel, IHasForm
{
    /// <summary>The hidden field that makes a form count once.</summary>
    public const string KeyField = "submission-key";

    private protected const string FlashKey = "flash";

    public Form Form { get; protected set; } = new();

    /// <summary>The key of this page's form: new for a page that is opened, kept while errors are mended.</summary>
    public Guid SubmissionKey { get; private set; } = Guid.CreateVersion7();

    /// <summary>The actor behind a page that needs sign-in.</summary>
    protected Actor Actor => Services.GetRequiredService<ActorSource>().Required;

    protected DateOnly Today => Services.GetRequiredService<LondonClock>().Today;

    private IServiceProvider Services => HttpContext.RequestServices;

    /// <summary>
    /// The key that the form had when it was first handed out, so that it still counts once, and what its reader had seen
    /// of the record then.
    /// </summary>
    internal void Keep(string key, string seen)
    {
        if (Guid.TryParse(key, out var known))
            SubmissionKey = known;
        TakeSeen(seen);
    }

    /// <summary>
    /// Reads the form, runs the act once and goes to <paramref name="path"/> with <paramref name="done"/> as a message.
    /// Wrong answers and refusals show the page again.
    /// </summary>
    protected Task<IActionResult> SendAsync(
        Func<CancellationToken, Task<Result>> act,
        string path,
        string done,
        CancellationToken ct
    ) =>
        SendAsync(
            async token =>
            {
                var result = await act(token);
                return result.Ok ? new Sent(path, done) : Result<Sent>.Refused(result.Refusals);
            },
            ct
        );

    /// <summary>As above, where the act itself knows where to go next.</summary>
    protected async Task<IActionResult> SendAsync(
        Func<CancellationToken, Task<Result<Sent>>> act,
        CancellationToken ct
    )
    {
        var posted = Request.Form;
        if (Guid.TryParse(posted[KeyField], out var key))
            SubmissionKey = key;
        Form.Read(posted, Today);
        TakeSeen(posted[SeenField].ToString());
        if (!Form.Ok)
            return Page();
        var accountId = Services.GetRequiredService<ActorSource>().Current?.AccountId ?? Guid.Empty;
        try
        {
            var once = Services.GetRequiredService<Once>();
            var result = await once.RunAsync(
                SubmissionKey,
                SentForm.HashOf(Request),
                accountId,
                token => UnlessStaleAsync(act, token),
                ct,
                SentForm.Of(Request, Form.SummaryRows()).ToJson()
            );
            if (result.Before is { } before)
                return await ShowBeforeAsync(before, ct);
            if (!Form.Apply(result.Outcome))
                return Page();
            return GoTo(result.Outcome.Value);
        }
        catch (DbUpdateConcurrencyException)
        {
            Form.AddError(
                null,
                "This was changed in another window or by somebody else while you were working on it. Your answers are still here and not saved yet. "
                    + "Open the record in another window to see what changed, then send this page again if it is still right."
            );
            SubmissionKey = Guid.CreateVersion7();
            return Page();
        }
    }

    internal IActionResult GoTo(Sent sent)
    {
        if (sent.Text.Length > 0)
            TempData[FlashKey] = sent.Text;
        return LocalRedirect(sent.Path);
    }

    /// <summary>Leaves a message for the next page, where an act needs no form that counts once.</summary>
    public static void Say(
        Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary data,
        string message
    ) => data[FlashKey] = message;

    /// <summary>The message of the act that led here, shown once.</summary>
    public static string? Flash(
        HttpContext context,
        Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary data
    ) =>
        context.Request.Cookies.ContainsKey(
            FlashCookieOf(context.RequestServices.GetRequiredService<IWebHostEnvironment>())
        )
            ? data[FlashKey] as string
            : null;

    /// <summary>The cookie that carries the message of an act to the page it leads to.</summary>
    public static string FlashCookieOf(IWebHostEnvironment environment) =>
        (environment.IsDevelopment() ? "" : "__Host-") + "foster-message";
}

/// <summary>Puts the key of the page's form into every form that posts.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class SubmissionKeyTagHelper : TagHelper
{
    public override int Order => 1001;

    [Microsoft.AspNetCore.Mvc.ViewFeatures.ViewContext]
    [HtmlAttributeNotBound]
    public required Microsoft.AspNetCore.Mvc.Rendering.ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData.Model is FormPage page)
        {
            Hide(FormPage.KeyField, page.SubmissionKey.ToString());
            if (page.SeenNow is { Length: > 0 } seen)
                Hide(FormPage.SeenField, seen);
        }

        void Hide(string name, string value) =>
            output.PostContent.AppendHtml(
                El.Of("input", null).With("type", "hidden").With("name", name).With("value", value)
            );
    }
}
