using System.Reflection;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Foundation.Web;

// A form that shows what is on record travels with a mark of it. When it is sent, the page is asked what it would show
// now; where that is something else, both versions are shown and nothing is saved until the sender has seen them.
public abstract partial class FormPage
{
    /// <summary>The hidden field that says what the record said when the page was drawn.</summary>
    public const string SeenField = "as-seen";

    private bool wasSent;

    /// <summary>What the reader of the page that is being drawn has seen.</summary>
    internal string SeenNow
    {
        get
        {
            if (!wasSent)
                Form.MarkSeen();
            return Form.Seen;
        }
    }

    private void TakeSeen(string seen)
    {
        wasSent = true;
        Form.Seen = seen;
    }

    private async Task<Result<Sent>> UnlessStaleAsync(
        Func<CancellationToken, Task<Result<Sent>>> act,
        CancellationToken ct
    )
    {
        var seen = Form.Seen;
        if (seen.Length == 0)
            return await act(ct);
        await Services.GetRequiredService<FosterDb>().AloneAsync(Request.Path, ct);
        if (await AsItStandsAsync(ct) is not { } now)
            return await act(ct);
        var changed = Form.ChangedSince(seen, now);
        if (changed.Count == 0)
            return await act(ct);
        Form.Seen = now.Marks;
        return Result<Sent>.Refused([
            .. changed.Select(f => new Refusal(
                $"{f.Called} was changed in another window or by somebody else while you had the page open. Nothing of yours is saved yet.\n"
                    + $"It says now: {Said(now.Words[f.Name])}. You entered: {Said(f.Display(Form.Answers))}. "
                    + "Send the page again to keep your answer, or change it first.",
                Field: f.Name
            )),
        ]);
        static string Said(string words) => words.Length == 0 ? "nothing" : $"“{words}”";
    }

    /// <summary>
    /// What the page would show to somebody who opened it now; null where it would not be shown. A page whose fields
    /// depend on the record has made them anew by then, and what was typed is read into these.
    /// </summary>
    private async Task<Standing?> AsItStandsAsync(CancellationToken ct)
    {
        if (
            PageContext
                .ActionDescriptor.HandlerMethods.FirstOrDefault(h =>
                    h.HttpMethod == "Get" && h.Name is null
                )
                ?.MethodInfo
            is not { } open
        )
            return null;
        var typed = Form;
        var blank = Form = new Form([.. typed.Fields]);
        var answer = open.Invoke(this, [.. open.GetParameters().Select(p => Given(p, ct))]);
        if (answer is Task task)
        {
            await task;
            answer = answer is Task<Microsoft.AspNetCore.Mvc.IActionResult> of ? await of : null;
        }
        var now = answer is null or PageResult ? Form.Stand() : null;
        if (ReferenceEquals(Form, blank))
            Form = typed;
        else
            Form.Read(Request.Form, Today);
        return now;
    }

    private object? Given(ParameterInfo asked, CancellationToken ct)
    {
        if (asked.ParameterType == typeof(CancellationToken))
            return ct;
        var words =
            RouteData.Values.GetValueOrDefault(asked.Name!)?.ToString()
            ?? (Request.Query.TryGetValue(asked.Name!, out var query) ? query.ToString() : null);
        return words is null ? null
            : asked.ParameterType == typeof(Guid)
                ? Guid.TryParse(words, out var id) ? id
                    : Guid.Empty
            : words;
    }
}
