using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Web;

// A long form can be kept before it is finished: with a button, and in the background while somebody types. What is kept
// is not checked, uses up no key, and never goes over something that its sender has not seen.
public abstract partial class FormPage
{
    private const string Script = "application/json";

    /// <summary>
    /// Keeps what was typed so far and goes to <paramref name="path"/>; the script that asks in the background is told
    /// the time and what the record says now.
    /// </summary>
    protected async Task<IActionResult> KeepAsync(
        Func<CancellationToken, Task<Result>> keep,
        string path,
        string done,
        CancellationToken ct
    )
    {
        Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
        Form.Take(Request.Form);
        var inBackground = Request.Headers.Accept.ToString() == Script;
        var (outcome, seen) = await KeptAsync(keep, path, done, ct);
        if (outcome.Ok)
            return inBackground
                ? new JsonResult(
                    new
                    {
                        saved = BritishTime.Of(
                            TimeOnly.FromDateTime(
                                London.Wall(Services.GetRequiredService<LondonClock>().Now)
                            )
                        ),
                        seen,
                    }
                )
                : GoTo(outcome.Value);
        if (inBackground)
            return new JsonResult(new { refused = outcome.Refusals[0].Reason })
            {
                StatusCode = StatusCodes.Status409Conflict,
            };
        Form.Apply(outcome);
        return Page();
    }

    private async Task<(Result<Sent> Outcome, string Seen)> KeptAsync(
        Func<CancellationToken, Task<Result>> keep,
        string path,
        string done,
        CancellationToken ct
    )
    {
        try
        {
            return await Services
                .GetRequiredService<FosterDb>()
                .WriteTogetherAsync(
                    async () =>
                    {
                        var outcome = await UnlessStaleAsync(
                            async token =>
                            {
                                var result = await keep(token);
                                return result.Ok
                                    ? new Sent(path, done)
                                    : Result<Sent>.Refused(result.Refusals);
                            },
                            ct
                        );
                        return (
                            outcome,
                            outcome.Ok ? (await AsItStandsAsync(ct))?.Marks ?? "" : ""
                        );
                    },
                    ct
                );
        }
        catch (DbUpdateConcurrencyException)
        {
            return (
                Result<Sent>.Refused(
                    "This was changed in another window or by somebody else while you were working on it. Send the page to see what it says now."
                ),
                ""
            );
        }
    }
}
