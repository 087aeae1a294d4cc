using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <param name="AskOn">The first day of the month in which they want to be asked.</param>
public sealed record LeaveKeepWarmInput(
    Guid CouncilId,
    string FirstName,
    string Email,
    DateOnly AskOn,
    bool Consents,
    CameBy? Came = null
)
{
    /// <summary>When it was sent, where it lay aside meanwhile; null means now.</summary>
    public DateTime? SentAt { get; init; }
}

/// <summary>
/// Somebody who is not ready asks to be asked again. Whoever does so twice is kept once, with the newer month and consent.
/// </summary>
public sealed class LeaveKeepWarm(
    FosterDb db,
    CouncilHistory history,
    Links links,
    SourceBook sources,
    AskKeptWarm ask,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>The link outlives the consent, so that it never fails somebody who wants to stop.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(3 * 366);

    public async Task<Result> RunAsync(LeaveKeepWarmInput input, Actor actor, CancellationToken ct)
    {
        if (actor.CouncilId != input.CouncilId)
            return Result.Refused("Somebody is kept for your own council only.");
        var sentAt = input.SentAt ?? clock.Now;
        var against = Against(input, clock.DateOf(sentAt));
        if (against.Count > 0)
            return Result.Refused([.. against]);
        var council = (await db.Set<Council>().FindAsync([input.CouncilId], ct))!;
        var email = input.Email.ToLowerInvariant();
        var kept = await db.Set<KeepWarm>()
            .SingleOrDefaultAsync(
                k =>
                    k.CouncilId == input.CouncilId
                    && k.Email == email
                    && k.OverAt == null
                    && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked),
                ct
            );
        if (kept is null)
        {
            kept = new KeepWarm
            {
                CouncilId = input.CouncilId,
                FirstName = input.FirstName,
                Email = email,
                AskOn = input.AskOn,
                ConsentWords = KeepWarmConsent.Words,
                ConsentVersion = KeepWarmConsent.Version,
                ConsentAt = sentAt,
                HeardOn = clock.DateOf(sentAt),
            };
            if (await EndedAsync(input, ct) is { } ended)
                kept.Keeps(ended);
            db.Add(kept);
        }
        // What was sent while an older form of theirs lay aside says more than that one.
        else if (kept.ConsentAt <= sentAt)
        {
            kept.Later(actor, input.AskOn, clock.DateOf(sentAt));
            (kept.FirstName, kept.ConsentAt) = (input.FirstName, sentAt);
            kept.ConsentWords = KeepWarmConsent.Words;
            kept.ConsentVersion = KeepWarmConsent.Version;
        }
        if (await sources.FirstAsync(input.Came, ct) is { } touch)
            kept.CameBy(touch);
        history.Write(
            actor,
            kept.Id,
            new HistoryNote("keep-warm.left", "Somebody asked to be asked again later")
            {
                Rules = ["M-HUB-10"],
            }
        );
        if (kept.AskOn <= clock.Today && kept.State is KeepWarmState.Waiting)
            await ask.AskAsync(kept, Actor.System(kept.CouncilId), ct);
        else
            await SayKeptAsync(kept, council, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task SayKeptAsync(KeepWarm kept, Council council, CancellationToken ct)
    {
        var secret = await links.IssueAsync(
            LinkPurpose.KeepWarm,
            kept.CouncilId,
            Guid.Empty,
            kept.Id,
            null,
            LinkLife,
            ct,
            first: true
        );
        outbox.Post(
            kept.CouncilId,
            null,
            KeepWarmEmail.Kept(
                kept.Email,
                kept.FirstName,
                council,
                kept.AskOn,
                links.Absolute($"/keep-warm/{secret}")
            )
        );
    }

    /// <param name="on">The day on which they chose the month.</param>
    private static List<Refusal> Against(LeaveKeepWarmInput input, DateOnly on)
    {
        var against = new List<Refusal>();
        if (!input.Consents)
            against.Add(
                new("Without your agreement we cannot ask you again.", "M-HUB-10", "consent")
            );
        if (!KeepWarmMonths.From(on).Contains(input.AskOn))
            against.Add(new("Select a month from the list.", "M-HUB-10", "month"));
        return against;
    }

    /// <summary>An ended enquiry of theirs that is still there, however they wrote their address (R-REC-06); none of its words are read.</summary>
    private async Task<Guid?> EndedAsync(LeaveKeepWarmInput input, CancellationToken ct)
    {
        var digest = PersonKey.DigestOfEmail(input.Email);
        return await (
            from k in db.Set<PersonKey>()
            join m in db.Set<Membership>()
                on new { k.CouncilId, k.PersonId } equals new { m.CouncilId, m.PersonId }
            join c in db.Set<Case>()
                on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
            join e in db.Set<Enquiry>() on c.Id equals e.CaseId
            where k.CouncilId == input.CouncilId && k.Digest == digest && m.IsApplicant
            where !e.IsOpen && c.ErasedOn == null
            orderby e.ReceivedAt descending
            select c
        )
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync(ct);
    }
}
