using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>The queue of enquiries, by what is due first. Two small queries a page, each along one index.</summary>
public sealed partial class EnquiryQueueReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;

    private const int DaysAhead = 7;

    public async Task<QueuePage> PageAsync(
        EnquiryFilter filter,
        QueuePlace? after,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await NarrowedAsync(filter, actor, ct);
        if (after is not null)
            found = found.Where(e =>
                e.NextDueOn > after.DueOn || (e.NextDueOn == after.DueOn && e.Id > after.Id)
            );
        // Looked up row by row: a join would let the planner start from all people of the council.
        var rows = await found
            .OrderBy(e => e.NextDueOn)
            .ThenBy(e => e.Id)
            .Take(PageSize + 1)
            .Select(e => new QueueLine(
                e.Id,
                e.CaseId,
                db.Set<Case>().Where(c => c.Id == e.CaseId).Select(c => c.Reference).First(),
                (
                    from c in db.Set<Case>()
                    join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
                    join p in db.Set<Person>() on m.PersonId equals p.Id
                    where c.Id == e.CaseId && m.IsApplicant && m.Position == 1
                    select p.GivenName + " " + p.FamilyName
                ).First(),
                (
                    from c in db.Set<Case>()
                    join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
                    join p in db.Set<Person>() on m.PersonId equals p.Id
                    where c.Id == e.CaseId && m.IsApplicant && m.Position == 2
                    select p.GivenName + " " + p.FamilyName
                ).FirstOrDefault(),
                e.Channel,
                e.State,
                e.ReceivedOn,
                e.NextDueOn,
                db.Set<Case>().Where(c => c.Id == e.CaseId).Select(c => c.Restricted).First(),
                e.KnowsChild,
                (
                    from a in db.Set<Allocation>()
                    join u in db.Set<Account>() on a.AccountId equals u.Id
                    where a.CaseId == e.CaseId && a.To == null && a.Role == Role.RecruitmentOfficer
                    select u.DisplayName
                ).FirstOrDefault(),
                e.PackVersion,
                e.InfoSentOn,
                e.PackWay,
                e.StateSince,
                (e.IsOpen || e.State == EnquiryState.Withdrawn)
                    && db.Set<LookUps.LookUp>()
                        .Any(l =>
                            l.CaseId == e.CaseId
                            && l.Outcome == LookUps.LookUpOutcome.Concern
                            && l.ClearedOn == null
                        )
            ))
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        return new QueuePage(
            page,
            rows.Count > PageSize ? new QueuePlace(page[^1].NextDueOn, page[^1].EnquiryId) : null
        );
    }

    private async Task<IQueryable<Enquiry>> NarrowedAsync(
        EnquiryFilter filter,
        Actor actor,
        CancellationToken ct
    )
    {
        var today = clock.Today;
        // As a parameter: SQLite uses the index for "= 1", not for the bare column.
        var open = true;
        var enquiries = db.Set<Enquiry>().AsNoTracking().Where(e => e.CouncilId == actor.CouncilId);
        // A search looks everywhere; a list without one shows what is still open.
        enquiries =
            filter.State is { } state ? enquiries.Where(e => e.State == state)
            : filter.Text is null ? enquiries.Where(e => e.IsOpen == open)
            : enquiries;
        if (filter.Channel is { } channel)
            enquiries = enquiries.Where(e => e.Channel == channel);
        enquiries = filter.Due switch
        {
            DueWithin.Overdue => enquiries.Where(e => e.NextDueOn < today),
            DueWithin.Today => enquiries.Where(e => e.NextDueOn == today),
            DueWithin.Week => enquiries.Where(e =>
                e.NextDueOn >= today && e.NextDueOn <= today.AddDays(DaysAhead)
            ),
            _ => enquiries,
        };
        if (filter.Mine)
            enquiries = enquiries.Where(e =>
                db.Set<Allocation>()
                    .Any(a =>
                        a.CaseId == e.CaseId && a.AccountId == actor.AccountId && a.To == null
                    )
                || db.Set<NamedPerson>()
                    .Any(n => n.CaseId == e.CaseId && n.AccountId == actor.AccountId)
            );
        if (filter.Unheld)
            enquiries = enquiries.Where(e =>
                !db.Set<Allocation>()
                    .Any(a =>
                        a.CaseId == e.CaseId && a.To == null && a.Role == Role.RecruitmentOfficer
                    )
            );
        return filter.Text is { } text
            ? await MatchingAsync(enquiries, text, actor.CouncilId, ct)
            : enquiries;
    }
}
