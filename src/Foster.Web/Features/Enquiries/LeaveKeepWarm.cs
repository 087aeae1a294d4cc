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

/// <param name="AskOn">The first day of the month in which they want to be asked first.</param>
/// <param name="Every">How often they are asked from then on.</param>
public sealed record LeaveKeepWarmInput(
    Guid CouncilId,
    string FirstName,
    string Email,
    DateOnly AskOn,
    AskEvery Every,
    bool Consents,
    CameBy? Came = null
)
{
    /// <summary>When it was sent, where it lay aside meanwhile; null means now.</summary>
    public DateTime? SentAt { get; init; }
}

/// <summary>What somebody agreed to: by email, on a day and from then on in a rhythm (M-HUB-10).</summary>
/// <param name="ConsentBy">Who wrote it down for them; null where they said so here.</param>
/// <param name="CaseId">The enquiry that ended with it; null to look for one by the address.</param>
public sealed record KeepWish(
    Guid CouncilId,
    string FirstName,
    string Email,
    DateOnly AskOn,
    AskEvery Every,
    DateTime At,
    string? ConsentBy = null,
    Guid? CaseId = null
);

/// <summary>
/// Somebody who is not ready asks to be asked again. Whoever does so twice is kept once, with the newer month and consent.
/// </summary>
public sealed class LeaveKeepWarm(
    FosterDb db,
    KeepWarmLog log,
    Links links,
    SourceBook sources,
    AskKeptWarm ask,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>The link outlives the consent, so that it never fails somebody who wants to stop.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(3 * 366);

    public Task<Result> RunAsync(LeaveKeepWarmInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => LeaveAsync(input, actor, ct), ct);

    private async Task<Result> LeaveAsync(
        LeaveKeepWarmInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (actor.CouncilId != input.CouncilId)
            return Result.Refused("Somebody is kept for your own council only.");
        var sentAt = input.SentAt ?? clock.Now;
        var against = Against(input, clock.DateOf(sentAt));
        if (against.Count > 0)
            return Result.Refused([.. against]);
        // One address has one wish, also where two windows are sent at once.
        await db.AloneAsync($"keep warm {input.CouncilId}", ct);
        var kept = await KeepAsync(
            new(input.CouncilId, input.FirstName, input.Email, input.AskOn, input.Every, sentAt),
            actor,
            ct
        );
        if (await sources.FirstAsync(input.Came, ct) is { } touch)
            kept.CameBy(touch);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>Keeps the wish and tells them so, or asks at once where its day has passed. The caller saves.</summary>
    public async Task<KeepWarm> KeepAsync(KeepWish wish, Actor actor, CancellationToken ct)
    {
        var email = wish.Email.ToLowerInvariant();
        var ended = wish.CaseId ?? await EndedAsync(wish, ct);
        var kept = await LiveAsync(wish.CouncilId, email, ct);
        if (kept is null)
        {
            kept = new KeepWarm
            {
                CouncilId = wish.CouncilId,
                FirstName = wish.FirstName,
                Email = email,
                FirstOn = wish.AskOn,
                AskOn = wish.AskOn,
                Every = wish.Every,
                ConsentWords = KeepWarmConsent.Words,
                ConsentVersion = KeepWarmConsent.Version,
                ConsentAt = wish.At,
                ConsentBy = wish.ConsentBy,
                HeardOn = clock.DateOf(wish.At),
            };
            db.Add(kept);
        }
        // What was sent while an older form of theirs lay aside says more than that one.
        else if (kept.ConsentAt <= wish.At)
        {
            kept.Later(actor, wish.AskOn, wish.Every, clock.DateOf(wish.At));
            (kept.FirstName, kept.ConsentAt, kept.ConsentBy) = (
                wish.FirstName,
                wish.At,
                wish.ConsentBy
            );
            kept.ConsentWords = KeepWarmConsent.Words;
            kept.ConsentVersion = KeepWarmConsent.Version;
        }
        if (ended is { } caseId && (kept.CaseId is null || wish.CaseId is not null))
            kept.Keeps(caseId);
        await log.WriteAsync(
            actor,
            kept,
            new HistoryNote(
                "keep-warm.left",
                $"To be asked again by email on {BritishDate.Long(kept.AskOn)}, and then {AskRhythm.Of(kept.Every)}"
            ),
            ct
        );
        if (kept.AskOn <= clock.Today && kept.State is KeepWarmState.Waiting)
            await ask.AskAsync(kept, Actor.System(kept.CouncilId), ct);
        else
            await SayKeptAsync(kept, ct);
        return kept;
    }

    private async Task SayKeptAsync(KeepWarm kept, CancellationToken ct)
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == kept.CouncilId, ct);
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
                kept.Every,
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
    /// <summary>They are called, and a wish they had left goes with the same enquiry: a stop ends both. The caller saves.</summary>
    public async Task GoesWithAsync(Enquiry enquiry, string email, CancellationToken ct)
    {
        if (
            await LiveAsync(enquiry.CouncilId, email.ToLowerInvariant(), ct) is
            { CaseId: null } kept
        )
            kept.Keeps(enquiry.CaseId);
    }

    private Task<KeepWarm?> LiveAsync(Guid councilId, string email, CancellationToken ct) =>
        db.Set<KeepWarm>()
            .Where(k => k.CouncilId == councilId && k.Email == email && k.OverAt == null)
            .Where(k => k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
            .OrderBy(k => k.Id)
            .FirstOrDefaultAsync(ct);

    /// <summary>Ends after which somebody may be asked again; the others go on elsewhere.</summary>
    private static readonly EnquiryState[] Ended =
    [
        EnquiryState.NoContact,
        EnquiryState.Withdrawn,
        EnquiryState.Declined,
        EnquiryState.RedirectedPrivateFostering,
    ];

    private async Task<Guid?> EndedAsync(KeepWish wish, CancellationToken ct)
    {
        var digest = PersonKey.DigestOfEmail(wish.Email);
        return await (
            from k in db.Set<PersonKey>()
            join m in db.Set<Membership>()
                on new { k.CouncilId, k.PersonId } equals new { m.CouncilId, m.PersonId }
            join c in db.Set<Case>()
                on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
            join e in db.Set<Enquiry>() on c.Id equals e.CaseId
            where k.CouncilId == wish.CouncilId && k.Digest == digest && m.IsApplicant
            where Ended.Contains(e.State) && c.ErasedOn == null
            orderby e.ReceivedAt descending
            select c
        )
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync(ct);
    }
}
