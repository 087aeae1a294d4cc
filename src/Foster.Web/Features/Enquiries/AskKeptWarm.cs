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
/// Asks somebody when the day of their rhythm has come, or ends what has been silent for 24 months (M-HUB-10). The message
/// is saved together with the day of the next round, so that nobody is asked twice in one.
/// </summary>
public sealed class AskKeptWarm(
    FosterDb db,
    KeepWarmLog log,
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
            return Result.Refused("Their day has not come yet.");
        var moved = silent ? await LapseAsync(kept, actor, ct) : await AskAsync(kept, actor, ct);
        if (!moved.Ok)
            return moved;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>The question itself. The caller saves.</summary>
    public async Task<Result> AskAsync(KeepWarm kept, Actor actor, CancellationToken ct)
    {
        var asked = kept.Ask(actor, clock.Now, clock.Today);
        if (!asked.Ok)
            return asked;
        await log.WriteAsync(
            actor,
            kept,
            new HistoryNote(
                "keep-warm.asked",
                $"Asked by email whether they would like to enquire: message {kept.Asked}"
            ),
            ct
        );
        await PostAsync(kept, ct);
        return Result.Done;
    }

    private async Task<Result> LapseAsync(KeepWarm kept, Actor actor, CancellationToken ct)
    {
        var lapsed = kept.Lapse(actor, clock.Now);
        if (lapsed.Ok)
            await log.WriteAsync(
                actor,
                kept,
                new HistoryNote(
                    "keep-warm.lapsed",
                    $"Ended after {KeepWarm.SilenceMonths} months of silence: last heard of on {BritishDate.Long(kept.HeardOn)}"
                ),
                ct
            );
        return lapsed;
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
                kept.Every,
                kept.SilentFrom,
                links.Absolute($"/keep-warm/{secret}")
            )
        );
    }
}
