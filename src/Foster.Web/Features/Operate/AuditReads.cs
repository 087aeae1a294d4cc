using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

/// <summary>
/// The logs of a council as administrators read them: who did what to which record, when and from where, and nothing of
/// what it says (R-SOD-07). Restricted cases are among them, by their reference.
/// </summary>
public sealed class AuditReads(FosterDb db, AuditChangeReads changes)
{
    public const int PageSize = 25;
    private const int MostPeople = 20;
    private const int MostWords = 5;

    public async Task<AuditPage> PageAsync(
        AuditFilter filter,
        Actor actor,
        string? after,
        CancellationToken ct
    )
    {
        var (cases, unknown, tooMany) = await CasesAsync(filter, actor, ct);
        if (unknown || tooMany)
            return new AuditPage([], null, [], unknown, tooMany);
        var entries = await EntriesAsync(filter, actor, cases, after, PageSize + 1, ct);
        return new AuditPage(
            [.. entries.Take(PageSize)],
            entries.Count > PageSize
                ? InstantCursor.Write(entries[PageSize - 1].At, entries[PageSize - 1].Id)
                : null,
            cases is null ? [] : await ReadersAsync(filter, actor, cases, ct)
        );
    }

    /// <summary>The newest entries of a filter, for an export.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AllAsync(
        AuditFilter filter,
        Actor actor,
        int most,
        CancellationToken ct
    )
    {
        var (cases, unknown, tooMany) = await CasesAsync(filter, actor, ct);
        return unknown || tooMany ? [] : await EntriesAsync(filter, actor, cases, null, most, ct);
    }

    /// <summary>Accounts that stand in the council's logs' filter: whoever works there.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AccountsAsync(
        Actor actor,
        CancellationToken ct
    ) =>
        [
            .. (
                await (
                    from r in db.Set<RoleAssignment>()
                    join a in db.Users on r.AccountId equals a.Id
                    where r.CouncilId == actor.CouncilId
                    select new { a.Id, a.DisplayName }
                )
                    .Distinct()
                    .OrderBy(a => a.DisplayName)
                    .ToListAsync(ct)
            ).Select(a => (a.Id, a.DisplayName)),
        ];

    /// <summary>The cases of the filter; null where it names none.</summary>
    private async Task<(List<Guid>? Cases, bool Unknown, bool TooMany)> CasesAsync(
        AuditFilter filter,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!filter.AboutSomebody)
            return (null, false, false);
        var cases = db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.CouncilId == actor.CouncilId);
        if (filter.Reference is { } reference)
        {
            var whole = reference.Trim().ToUpperInvariant();
            cases = cases.Where(c => c.Reference == whole);
        }
        if (filter.Person is { } name)
        {
            var people = db.Set<Person>().Where(p => p.CouncilId == actor.CouncilId);
            foreach (var word in Person.Fold(name).Split(' ').Take(MostWords))
                people = people.Where(p => p.SearchName.Contains(word));
            var ids = await people.Select(p => p.Id).Take(MostPeople + 1).ToListAsync(ct);
            if (ids.Count > MostPeople)
                return ([], false, true);
            var households = db.Set<Membership>()
                .Where(m => ids.Contains(m.PersonId))
                .Select(m => m.HouseholdId);
            cases = cases.Where(c => households.Contains(c.HouseholdId));
        }
        var found = await cases.Select(c => c.Id).ToListAsync(ct);
        return (found, found.Count == 0, false);
    }

    /// <summary>Both histories and the access log, the newest first: each is asked for so many, and they are merged.</summary>
    private async Task<List<AuditEntry>> EntriesAsync(
        AuditFilter filter,
        Actor actor,
        List<Guid>? cases,
        string? after,
        int count,
        CancellationToken ct
    )
    {
        var span = AuditSpan.Of(filter, actor, cases) with
        {
            After = InstantCursor.Read(after),
            Count = count,
        };
        var entries = await AccessAsync(span, ct);
        if (filter.Act is null or AccessAct.Change && filter.Kind is null)
        {
            entries.AddRange(await changes.OfCasesAsync(span, ct));
            if (cases is null)
                entries.AddRange(await changes.OfCouncilAsync(span, ct));
        }
        List<AuditEntry> merged =
        [
            .. entries
                .OrderByDescending(e => e.At)
                .ThenByDescending(e => e.Id.ToString(), StringComparer.Ordinal)
                .Take(count),
        ];
        var names = await NamesAsync(merged.Select(e => (e.ActorId, e.Role)), ct);
        return
        [
            .. merged.Select(e =>
                e.ActorId is { } id && names.TryGetValue(id, out var name)
                    ? e with
                    {
                        Who = name,
                    }
                    : e
            ),
        ];
    }

    /// <summary>Names of accounts that the rows hold by their role only, for as long as there are such accounts.</summary>
    private async Task<Dictionary<Guid, string>> NamesAsync(
        IEnumerable<(Guid? ActorId, string Role)> doers,
        CancellationToken ct
    )
    {
        var ids = doers
            .Where(d => !(Enum.TryParse<Role>(d.Role, out var role) && role.IsStaff()))
            .Select(d => d.ActorId)
            .OfType<Guid>()
            .Distinct()
            .ToList();
        return ids.Count == 0
            ? []
            : await db
                .Users.Where(a => ids.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
    }

    private Task<List<AuditEntry>> AccessAsync(AuditSpan span, CancellationToken ct)
    {
        var rows = Narrowed(span);
        if (span.Filter.Act is { } act)
            rows = rows.Where(a => a.Act == act);
        if (span.After is var (at, id))
            rows = rows.Where(a =>
                a.RecordedAt < at || (a.RecordedAt == at && a.Id.CompareTo(id) < 0)
            );
        return (
            from a in rows.OrderByDescending(a => a.RecordedAt)
                .ThenByDescending(a => a.Id)
                .Take(span.Count)
            join c in db.Set<Case>().IgnoreQueryFilters([FosterDb.CaseFilter])
                on a.CaseId equals c.Id
                into found
            from c in found.DefaultIfEmpty()
            select new AuditEntry(
                a.Id,
                a.RecordedAt,
                a.ActorName,
                a.ActorRole,
                a.Act,
                a.Kinds,
                a.Page,
                c.Reference,
                a.SubjectId,
                a.Rows,
                a.FromAddress,
                a.ActorId
            )
        ).ToListAsync(ct);
    }

    private IQueryable<AccessEntry> Narrowed(AuditSpan span)
    {
        var rows = db.Set<AccessEntry>().AsNoTracking().Where(a => a.CouncilId == span.CouncilId);
        if (span.Cases is { } cases)
            rows = rows.Where(a => a.CaseId != null && cases.Contains(a.CaseId.Value));
        if (span.Filter.AccountId is { } account)
            rows = rows.Where(a => a.ActorId == account);
        if (span.Filter.Kind is { } kind)
        {
            var name = kind.ToString();
            rows = rows.Where(a => a.Kinds.Contains(name));
        }
        if (span.From is { } first)
            rows = rows.Where(a => a.RecordedAt >= first);
        if (span.Until is { } last)
            rows = rows.Where(a => a.RecordedAt < last);
        return rows;
    }

    /// <summary>Who saw, changed or took away this person's data, in one step (R-DP-17).</summary>
    private async Task<IReadOnlyList<AuditReader>> ReadersAsync(
        AuditFilter filter,
        Actor actor,
        List<Guid> cases,
        CancellationToken ct
    )
    {
        var rows = await Narrowed(AuditSpan.Of(filter, actor, cases))
            .Where(a => a.Act != AccessAct.Refusal)
            .GroupBy(a => new
            {
                a.ActorId,
                a.ActorName,
                a.ActorRole,
            })
            .Select(g => new
            {
                g.Key.ActorId,
                g.Key.ActorName,
                g.Key.ActorRole,
                Views = g.Count(a => a.Act == AccessAct.View),
                Changes = g.Count(a => a.Act == AccessAct.Change),
                Exports = g.Count(a => a.Act == AccessAct.Export),
                First = g.Min(a => a.RecordedAt),
                Last = g.Max(a => a.RecordedAt),
            })
            .OrderByDescending(g => g.Last)
            .ToListAsync(ct);
        var names = await NamesAsync(rows.Select(r => (r.ActorId, r.ActorRole)), ct);
        return
        [
            .. rows.Select(r => new AuditReader(
                r.ActorId is { } id && names.TryGetValue(id, out var name) ? name : r.ActorName,
                r.ActorRole,
                r.Views,
                r.Changes,
                r.Exports,
                r.First,
                r.Last
            )),
        ];
    }
}
