using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>The queue of enquiries, by what is due first. Two small queries a page, each along one index.</summary>
public sealed class EnquiryQueueReads(FosterDb db, LondonClock clock)
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
        var found = Narrowed(filter, actor);
        if (after is not null)
            found = found.Where(e =>
                e.NextDueOn > after.DueOn || (e.NextDueOn == after.DueOn && e.Id > after.Id)
            );
        var rows = await found
            .OrderBy(e => e.NextDueOn)
            .ThenBy(e => e.Id)
            .Take(PageSize + 1)
            .Select(e => new
            {
                e.Id,
                e.CaseId,
                e.Channel,
                e.State,
                e.ReceivedOn,
                e.NextDueOn,
                e.KnowsChild,
            })
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        var names = await NamesAsync([.. page.Select(r => r.CaseId)], ct);
        var next = rows.Count > PageSize ? new QueuePlace(page[^1].NextDueOn, page[^1].Id) : null;
        return new QueuePage(
            [
                .. page.Select(r =>
                {
                    var (reference, name, restricted) = names[r.CaseId];
                    DateOnly? due = r.NextDueOn == Enquiry.NothingDue ? null : r.NextDueOn;
                    return new QueueLine(
                        r.Id,
                        r.CaseId,
                        reference,
                        name,
                        r.Channel,
                        r.State,
                        r.ReceivedOn,
                        due,
                        restricted,
                        r.KnowsChild
                    );
                }),
            ],
            next
        );
    }

    private IQueryable<Enquiry> Narrowed(EnquiryFilter filter, Actor actor)
    {
        var today = clock.Today;
        var enquiries = db.Set<Enquiry>().AsNoTracking().Where(e => e.CouncilId == actor.CouncilId);
        // A search looks everywhere; a list without one shows what is still open.
        enquiries =
            filter.State is { } state ? enquiries.Where(e => e.State == state)
            : filter.Text is null ? enquiries.Where(e => e.IsOpen)
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
        return filter.Text is { } text ? Matching(enquiries, text) : enquiries;
    }

    private IQueryable<Enquiry> Matching(IQueryable<Enquiry> enquiries, string text)
    {
        var reference = text.ToUpperInvariant();
        var folded = Person.Fold(text);
        var cases =
            from p in db.Set<Person>()
            join m in db.Set<Membership>() on p.Id equals m.PersonId
            join c in db.Set<Case>() on m.HouseholdId equals c.HouseholdId
            where m.IsApplicant && p.SearchName.Contains(folded)
            select c.Id;
        return enquiries.Where(e =>
            cases.Contains(e.CaseId)
            || db.Set<Case>().Any(c => c.Id == e.CaseId && c.Reference == reference)
        );
    }

    private async Task<
        Dictionary<Guid, (string Reference, string Name, bool Restricted)>
    > NamesAsync(IReadOnlyList<Guid> cases, CancellationToken ct)
    {
        var rows = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where cases.Contains(c.Id) && m.IsApplicant
            orderby m.Position
            select new
            {
                c.Id,
                c.Reference,
                c.Restricted,
                Name = p.GivenName + " " + p.FamilyName,
            }
        ).ToListAsync(ct);
        return rows.GroupBy(r => r.Id)
            .ToDictionary(
                g => g.Key,
                g =>
                    (
                        g.First().Reference,
                        string.Join(" and ", g.Select(r => r.Name)),
                        g.First().Restricted
                    )
            );
    }
}
