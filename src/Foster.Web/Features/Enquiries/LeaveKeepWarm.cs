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
);

/// <summary>
/// Somebody who is not ready asks to be asked again. Whoever does so twice is kept once, with the newer month and consent.
/// </summary>
public sealed class LeaveKeepWarm(
    FosterDb db,
    CouncilHistory history,
    Links links,
    SourceBook sources,
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
        var against = Against(input);
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
                ConsentAt = clock.Now,
                HeardOn = clock.Today,
            };
            if (await EndedAsync(input, ct) is { } ended)
                kept.Keeps(ended);
            db.Add(kept);
        }
        else
        {
            kept.Later(actor, input.AskOn, clock.Today);
            (kept.FirstName, kept.ConsentAt) = (input.FirstName, clock.Now);
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
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private List<Refusal> Against(LeaveKeepWarmInput input)
    {
        var against = new List<Refusal>();
        if (!input.Consents)
            against.Add(
                new("Without your agreement we cannot ask you again.", "M-HUB-10", "consent")
            );
        if (!KeepWarmMonths.From(clock.Today).Contains(input.AskOn))
            against.Add(new("Select a month from the list.", "M-HUB-10", "month"));
        return against;
    }

    /// <summary>An ended enquiry of theirs that is still there; none of its words are read.</summary>
    private async Task<Guid?> EndedAsync(LeaveKeepWarmInput input, CancellationToken ct)
    {
        var email = input.Email;
        return await (
            from p in db.Set<Person>().IgnoreQueryFilters([FosterDb.CaseFilter])
            join m in db.Set<Membership>().IgnoreQueryFilters([FosterDb.CaseFilter])
                on p.Id equals m.PersonId
            join c in db.Set<Case>().IgnoreQueryFilters([FosterDb.CaseFilter])
                on m.HouseholdId equals c.HouseholdId
            join e in db.Set<Enquiry>().IgnoreQueryFilters([FosterDb.CaseFilter])
                on c.Id equals e.CaseId
            where
                p.CouncilId == input.CouncilId
                && p.Email == email
                && m.IsApplicant
                && !e.IsOpen
                && c.ErasedOn == null
            orderby e.ReceivedAt descending
            select (Guid?)c.Id
        ).FirstOrDefaultAsync(ct);
    }
}
