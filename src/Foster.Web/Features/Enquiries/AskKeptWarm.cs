using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

public sealed record AskKeptWarmInput(Guid KeepWarmId);

/// <summary>
/// Asks somebody the one question when their month has come, or ends what has been silent for 24 months (M-HUB-10).
/// State and message are saved together, so that nobody is asked twice.
/// </summary>
public sealed class AskKeptWarm(
    FosterDb db,
    CouncilHistory history,
    Links links,
    Outbox outbox,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AskKeptWarmInput input, Actor actor, CancellationToken ct)
    {
        var kept = await db.Set<KeepWarm>().SingleAsync(k => k.Id == input.KeepWarmId, ct);
        var silent = kept.SilentFrom <= clock.Today;
        if (!silent && kept.AskOn > clock.Today)
            return Result.Refused("Their month has not come yet.");
        var moved = silent ? kept.Lapse(actor, clock.Now) : kept.Ask(actor, clock.Now);
        if (!moved.Ok)
            return moved;
        history.Write(
            actor,
            kept.Id,
            silent
                ? new HistoryNote("keep-warm.lapsed", "Ended after 24 months of silence")
                {
                    Rules = ["M-HUB-10"],
                }
                : new HistoryNote("keep-warm.asked", "Asked whether they would like to enquire")
                {
                    Rules = ["M-HUB-10"],
                }
        );
        if (!silent)
            await PostAsync(kept, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task PostAsync(KeepWarm kept, CancellationToken ct)
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == kept.CouncilId, ct);
        var secret = await links.IssueAsync(
            LinkPurpose.KeepWarm,
            kept.CouncilId,
            Guid.Empty,
            kept.Id,
            null,
            LeaveKeepWarm.LinkLife,
            ct,
            first: true
        );
        outbox.Post(
            kept.CouncilId,
            null,
            KeepWarmEmail.Question(
                kept.Email,
                kept.FirstName,
                council,
                links.Absolute($"/keep-warm/{secret}")
            )
        );
    }
}
