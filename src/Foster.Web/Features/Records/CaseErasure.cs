using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>
/// Finds and takes away everything of one case, in the transaction of its caller. What is left are the tombstone, the
/// chained rows without their words, and a number in the count of cases.
/// </summary>
public sealed class CaseErasure(
    FosterDb db,
    HistoryMaintenance maintenance,
    IEnumerable<ICaseTally> tallies
)
{
    /// <summary>What would go, by table.</summary>
    public async Task<IReadOnlyDictionary<string, int>> PreviewAsync(
        Guid caseId,
        CancellationToken ct
    )
    {
        var subject = await SubjectAsync(caseId, ct);
        var counts = new Dictionary<string, int>();
        foreach (var step in ErasureStatements.For(db, subject))
            counts[step.Table] = await ErasureStatements.CountAsync(db, step, ct);
        foreach (var (log, entries) in await WordsAsync(subject, ct))
            counts[NameOf(log)] = entries.Length;
        return counts;
    }

    /// <summary>Takes it away and counts it; the caller saves and commits.</summary>
    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(
        RetentionItem item,
        Actor actor,
        DateOnly on,
        CancellationToken ct
    )
    {
        var subject = await SubjectAsync(item.CaseId, ct);
        await TallyAsync(item, ct);
        var counts = new Dictionary<string, int>();
        foreach (var (log, entries) in await WordsAsync(subject, ct))
            counts[NameOf(log)] = await maintenance.EraseInAsync(
                db,
                actor,
                log,
                entries,
                item.RuleId,
                $"The time of case {item.Reference} is over ({item.RuleId}).",
                ct
            );
        var found = await db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .SingleAsync(c => c.Id == item.CaseId, ct);
        foreach (var step in ErasureStatements.For(db, subject))
            counts[step.Table] = await ErasureStatements.DeleteAsync(db, step, ct);
        found.Erase(on, item.RuleId);
        return counts;
    }

    /// <summary>People and accounts go with the case where nothing else is kept of them.</summary>
    private async Task<ErasureSubject> SubjectAsync(Guid caseId, CancellationToken ct)
    {
        var cases = db.Set<Case>()
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.ErasedOn == null && c.Id != caseId);
        var household = await db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.Id == caseId)
            .Select(c => c.HouseholdId)
            .SingleAsync(ct);
        if (await cases.AnyAsync(c => c.HouseholdId == household, ct))
            return new ErasureSubject(caseId, [], [], [], []);
        var elsewhere = db.Set<Membership>()
            .Where(m => cases.Any(c => c.HouseholdId == m.HouseholdId))
            .Select(m => m.PersonId);
        var people = await db.Set<Membership>()
            .Where(m => m.HouseholdId == household && !elsewhere.Contains(m.PersonId))
            .Select(m => m.PersonId)
            .Distinct()
            .ToListAsync(ct);
        // Whoever has another role, works here, or stands on record elsewhere keeps the account.
        var accounts = await db.Set<AccountLink>()
            .Where(l =>
                people.Contains(l.PersonId)
                && !db.Set<AccountLink>()
                    .IgnoreQueryFilters()
                    .Any(o => o.AccountId == l.AccountId && o.PersonId != l.PersonId)
                && !db.Set<RoleAssignment>()
                    .Any(r =>
                        r.AccountId == l.AccountId
                        && (
                            r.CouncilId != l.CouncilId
                            || (r.Role != Role.ProspectiveCarer && r.Role != Role.ApprovedCarer)
                        )
                    )
            )
            .Select(l => l.AccountId)
            .Distinct()
            .ToListAsync(ct);
        var addresses = await db.Set<Account>()
            .Where(a => accounts.Contains(a.Id) && a.Email != null)
            .Select(a => a.Email!.ToLower())
            .ToListAsync(ct);
        return new ErasureSubject(caseId, [household], people, accounts, addresses);
    }

    /// <summary>Rows of the logs that still have words about the case, its people or their accounts.</summary>
    private async Task<IReadOnlyDictionary<ChainLog, Guid[]>> WordsAsync(
        ErasureSubject subject,
        CancellationToken ct
    )
    {
        List<Guid> about = [subject.CaseId, .. subject.People, .. subject.Accounts];
        return new Dictionary<ChainLog, Guid[]>
        {
            [ChainLog.Case] = await db.Set<HistoryEntry>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .Where(h => h.CaseId == subject.CaseId && h.Body != null)
                .Select(h => h.Id)
                .ToArrayAsync(ct),
            [ChainLog.Council] = await db.Set<CouncilHistoryEntry>()
                .Where(h =>
                    h.Body != null
                    && (
                        about.Contains(h.SubjectId)
                        || (h.ActorId != null && about.Contains(h.ActorId.Value))
                    )
                )
                .Select(h => h.Id)
                .ToArrayAsync(ct),
            [ChainLog.Access] = await db.Set<AccessEntry>()
                .Where(a =>
                    a.Body != null
                    && (
                        a.CaseId == subject.CaseId
                        || (a.PersonId != null && about.Contains(a.PersonId.Value))
                    )
                )
                .Select(a => a.Id)
                .ToArrayAsync(ct),
        };
    }

    private async Task TallyAsync(RetentionItem item, CancellationToken ct)
    {
        DateOnly? received = null;
        var source = "unknown";
        var stages = new List<string>();
        CaseTouches? touches = null;
        foreach (var part in tallies.OrderBy(t => t.Order))
            if (await part.OfAsync(item.CaseId, ct) is { } tally)
            {
                received ??= tally.Received;
                source = tally.Source ?? source;
                touches ??= tally.Touches;
                stages.AddRange(tally.Stages);
            }
        var day = received ?? item.TriggerOn;
        var month = new DateOnly(day.Year, day.Month, 1);
        var reached = string.Join(", ", stages.Distinct());
        var (first, last) = (touches?.First ?? "", touches?.Last ?? "");
        var count = await db.Set<CaseCount>()
            .SingleOrDefaultAsync(
                c =>
                    c.Month == month
                    && c.Source == source
                    && c.Stages == reached
                    && c.FirstTouch == first
                    && c.LastTouch == last,
                ct
            );
        if (count is null)
            db.Add(
                count = new CaseCount
                {
                    CouncilId = item.CouncilId,
                    Month = month,
                    Source = source,
                    Stages = reached,
                    FirstTouch = first,
                    LastTouch = last,
                }
            );
        count.Cases++;
    }

    private static string NameOf(ChainLog log) =>
        log switch
        {
            ChainLog.Case => "Words of the case's history",
            ChainLog.Council => "Words of the council's history",
            _ => "Words of the access log",
        };
}
