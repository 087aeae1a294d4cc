using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>
/// Counts a household once (M-OFS-03): what somebody sends while an enquiry of theirs is open, or within six months of
/// one that was counted, is kept like any other and makes no enquiry more; what becomes of it counts with that one.
/// Restricted cases take no part, since the flag would tell of them.
/// </summary>
public sealed class CountOnce(FosterDb db, CaseHistory history)
{
    private const int MonthsApart = 6;

    /// <summary>Looks at an enquiry that is being taken, before it is saved. The caller saves.</summary>
    public async Task LookAsync(Enquiry enquiry, Actor actor, CancellationToken ct)
    {
        var own = db.Set<PersonKey>().Local.Where(k => k.Kind is Likeness.Whole).ToList();
        var digests = own.Select(k => k.Digest).Distinct().ToList();
        var (since, until) = (
            FirstWithin(enquiry.ReceivedOn),
            enquiry.ReceivedOn.AddMonths(MonthsApart)
        );
        var found = await EarlierOf(enquiry, digests)
            .Where(e =>
                (e.IsOpen && e.ReceivedAt <= enquiry.ReceivedAt && enquiry.IsOpen)
                || (e.Counted && e.ReceivedOn >= since && e.ReceivedOn <= until)
            )
            .OrderByDescending(e => e.IsOpen)
            .ThenByDescending(e => e.Counted)
            .ThenByDescending(e => e.ReceivedAt)
            .Select(e => new
            {
                Open = e.IsOpen && e.ReceivedAt <= enquiry.ReceivedAt,
                With = e.Counted ? e.CaseId : e.CountsWith ?? e.CaseId,
            })
            .FirstOrDefaultAsync(ct);
        if (found is null)
            return;
        enquiry.DoNotCount(
            found.Open && enquiry.IsOpen ? NotCounted.RepeatContact : NotCounted.SameHousehold,
            found.With
        );
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.not-counted", NotCountedWords.Of(enquiry.NotCounted!.Value))
            {
                ReasonCode = enquiry.NotCounted.ToString(),
                Rules = ["R-ENQ-14", "M-OFS-03"],
            },
            ct
        );
    }

    /// <summary>Six months are counted from the earlier of two: 28 February is within six months of 28 August, not of 29.</summary>
    private static DateOnly FirstWithin(DateOnly day)
    {
        var first = day.AddMonths(-MonthsApart);
        while (first.AddMonths(MonthsApart) < day)
            first = first.AddDays(1);
        return first;
    }

    private IQueryable<Enquiry> EarlierOf(Enquiry enquiry, List<string> digests) =>
        (
            from k in db.Set<PersonKey>()
            join m in db.Set<Membership>()
                on new { k.CouncilId, k.PersonId } equals new { m.CouncilId, m.PersonId }
            join c in db.Set<Case>()
                on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
            join e in db.Set<Enquiry>() on c.Id equals e.CaseId
            where digests.Contains(k.Digest) && k.CouncilId == enquiry.CouncilId
            where m.IsApplicant && !c.Restricted && c.ErasedOn == null
            where e.Id != enquiry.Id
            select e
        )
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CaseFilter]);
}

/// <summary>Why an enquiry is not counted, in words for staff.</summary>
public static class NotCountedWords
{
    public static string Of(NotCounted why) =>
        why switch
        {
            NotCounted.RepeatContact =>
                "Repeat contact: they have an open enquiry, so this is not counted as one more",
            NotCounted.SameHousehold =>
                "Not counted: the household enquired within six months of this",
            NotCounted.Duplicate => "Not counted: it was closed as a duplicate",
            _ => "Not counted: it was merged into another enquiry",
        };
}
