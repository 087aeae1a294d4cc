using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Nurturing;

/// <summary>Which days of asking a list shows.</summary>
public enum AskWithin
{
    Any,
    Now,
    Month,
    Later,
}

/// <summary>What the nurture list is narrowed to; it stands in the query string.</summary>
/// <param name="Officer">The recruitment officer who has it; null for all.</param>
public sealed record NurtureFilter(
    NurtureWhy? Why,
    AskWithin Due,
    Guid? Officer,
    EnquirySource? Source
)
{
    public bool IsEmpty => this is { Why: null, Due: AskWithin.Any, Officer: null, Source: null };
}

/// <param name="CaseId">Null for somebody who asked to be asked and never enquired.</param>
public sealed record NurtureLine(
    Guid Id,
    Guid? CaseId,
    string Name,
    string? Reference,
    NurtureWhy Why,
    LostReason? Lost,
    DateOnly AskOn,
    DateOnly Since,
    DateTime? LastContactAt,
    string? Officer,
    EnquiryState? State
)
{
    public required AskPlan Plan { get; init; }
}

public sealed record NurturePage(IReadOnlyList<NurtureLine> Lines, QueuePlace? Next);

/// <summary>
/// The nurture list by the day on which somebody is asked. Two queries a page, each along one index: those with an enquiry,
/// and those who only asked to be asked. Who may not be asked any more is not on it (M-HUB-10, R-REC-06).
/// </summary>
public sealed class NurtureReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;
    public const string NotThere =
        "Nobody is to be asked again here: they went on, came back, or it was stopped.";

    private const int DaysAhead = 30;
    private static readonly DateOnly First = new(2000, 1, 1);

    public static IReadOnlyList<Refusal> AgainstActor(Actor actor) =>
        actor.Is(Role.RecruitmentOfficer, Role.TeamManager)
            ? []
            : [new Refusal("The recruitment officer or the team manager does this.", "R-ENQ-15")];

    /// <summary>What is live of a case, to be changed.</summary>
    public Task<Nurture?> LiveAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Nurture>().SingleOrDefaultAsync(n => n.CaseId == caseId && n.IsLive, ct);

    /// <summary>What is live of a case and may still be asked, for reading.</summary>
    public Task<Nurture?> OfAsync(Guid caseId, CancellationToken ct)
    {
        var today = clock.Today;
        return db.Set<Nurture>()
            .AsNoTracking()
            .SingleOrDefaultAsync(n => n.CaseId == caseId && n.IsLive && n.Until >= today, ct);
    }

    public async Task<NurturePage> PageAsync(
        NurtureFilter filter,
        QueuePlace? after,
        Actor actor,
        CancellationToken ct
    )
    {
        var rows = (await EnquirersAsync(filter, after, actor, ct))
            .Concat(await KeptWarmAsync(filter, after, actor, ct))
            .OrderBy(l => l.AskOn)
            .ThenBy(l => l.Id)
            .ToList();
        var page = rows.Take(PageSize).ToList();
        return new(
            page,
            rows.Count > PageSize ? new QueuePlace(page[^1].AskOn, page[^1].Id) : null
        );
    }

    private async Task<List<NurtureLine>> EnquirersAsync(
        NurtureFilter filter,
        QueuePlace? after,
        Actor actor,
        CancellationToken ct
    )
    {
        if (filter.Why is NurtureWhy.KeptWarm)
            return [];
        var today = clock.Today;
        var live = true;
        var found = db.Set<Nurture>()
            .AsNoTracking()
            .Where(n => n.CouncilId == actor.CouncilId && n.IsLive == live && n.Until >= today)
            // Whoever has the pack is given time before they are asked.
            .Where(n => n.Why != NurtureWhy.PackSent || n.AskOn <= today)
            // Whoever chose a month is asked by Foster then, and by nobody else.
            .Where(n =>
                !db.Set<KeepWarm>()
                    .Any(k =>
                        k.CaseId == n.CaseId
                        && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
                    )
            );
        if (filter.Why is { } why)
            found = found.Where(n => n.Why == why);
        var (from, to) = Days(filter.Due, today);
        found = found.Where(n => n.AskOn >= from && n.AskOn <= to);
        if (after is not null)
            found = found.Where(n =>
                n.AskOn > after.DueOn || (n.AskOn == after.DueOn && n.Id > after.Id)
            );
        if (filter.Officer is { } officer)
            found = found.Where(n =>
                db.Set<Allocation>()
                    .Any(a =>
                        a.CaseId == n.CaseId
                        && a.AccountId == officer
                        && a.To == null
                        && a.Role == Role.RecruitmentOfficer
                    )
            );
        if (filter.Source is { } source)
            found = found.Where(n =>
                db.Set<Enquiry>().Any(e => e.CaseId == n.CaseId && e.FirstSource == source)
            );
        return await found
            .OrderBy(n => n.AskOn)
            .ThenBy(n => n.Id)
            .Take(PageSize + 1)
            .Select(n => new NurtureLine(
                n.Id,
                n.CaseId,
                (
                    from c in db.Set<Case>()
                    join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
                    join p in db.Set<Person>() on m.PersonId equals p.Id
                    where c.Id == n.CaseId && m.IsApplicant && m.Position == 1
                    select p.GivenName + " " + p.FamilyName
                ).First(),
                db.Set<Case>().Where(c => c.Id == n.CaseId).Select(c => c.Reference).First(),
                n.Why,
                n.Lost,
                n.AskOn,
                n.Since,
                db.Set<EnquiryContact>()
                    .Where(c => c.CaseId == n.CaseId)
                    .OrderByDescending(c => c.At)
                    .Select(c => (DateTime?)c.At)
                    .FirstOrDefault(),
                (
                    from a in db.Set<Allocation>()
                    join u in db.Set<Account>() on a.AccountId equals u.Id
                    where a.CaseId == n.CaseId && a.To == null && a.Role == Role.RecruitmentOfficer
                    select u.DisplayName
                ).FirstOrDefault(),
                db.Set<Enquiry>()
                    .Where(e => e.CaseId == n.CaseId)
                    .Select(e => (EnquiryState?)e.State)
                    .FirstOrDefault()
            )
            {
                Plan = new AskPlan(
                    n.AskOn,
                    n.AskOn <= n.Until,
                    n.Every,
                    n.Until == Enquiry.NothingDue ? null : n.Until,
                    n.HeardOn ?? n.AgreedOn
                ),
            })
            .ToListAsync(ct);
    }

    private async Task<List<NurtureLine>> KeptWarmAsync(
        NurtureFilter filter,
        QueuePlace? after,
        Actor actor,
        CancellationToken ct
    )
    {
        if (filter.Why is not (null or NurtureWhy.KeptWarm) || filter.Officer is not null)
            return [];
        var (from, to) = Days(filter.Due, clock.Today);
        var found = db.Set<KeepWarm>()
            .AsNoTracking()
            .Where(k => k.CouncilId == actor.CouncilId)
            .Where(k => k.CaseId == null || db.Set<Case>().Any(c => c.Id == k.CaseId))
            .Where(k => k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
            .Where(k => k.AskOn >= from && k.AskOn <= to);
        if (after is not null)
            found = found.Where(k =>
                k.AskOn > after.DueOn || (k.AskOn == after.DueOn && k.Id > after.Id)
            );
        if (filter.Source is { } source)
            found = found.Where(k => k.FirstSource == source);
        var rows = await found
            .OrderBy(k => k.AskOn)
            .ThenBy(k => k.Id)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(k => new NurtureLine(
                k.Id,
                k.CaseId,
                k.FirstName,
                null,
                NurtureWhy.KeptWarm,
                null,
                k.AskOn,
                clock.DateOf(k.ConsentAt),
                k.AskedAt,
                null,
                null
            )
            {
                Plan = new(k.AskOn, k.AskOn < k.SilentFrom, k.Every, k.SilentFrom, k.HeardOn),
            }),
        ];
    }

    private static (DateOnly From, DateOnly To) Days(AskWithin due, DateOnly today) =>
        due switch
        {
            AskWithin.Now => (First, today),
            AskWithin.Month => (today.AddDays(1), today.AddDays(DaysAhead)),
            AskWithin.Later => (today.AddDays(DaysAhead + 1), Enquiry.NothingDue),
            _ => (First, Enquiry.NothingDue),
        };
}
