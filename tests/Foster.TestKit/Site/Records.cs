using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.TestKit;

/// <summary>A row that an address can lead to.</summary>
public sealed record RecordRow(Guid Id, Guid CouncilId, Guid? CaseId);

/// <summary>
/// The ids that belong into addresses, taken from the demonstration: {caseId} is the id of a Case, {entryId} that of
/// any record whose name ends so, {id} that of any record at all.
/// </summary>
public sealed class Records
{
    private const int PerCouncil = 3;

    private readonly Dictionary<string, List<RecordRow>> rows = [];
    private readonly List<(Guid AccountId, Guid CaseId)> reach = [];

    private Records() { }

    public static Task<Records> ReadAsync(FosterHost host) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var records = new Records();
            foreach (var type in db.Model.GetEntityTypes().Where(HasId))
            {
                records.rows[type.ClrType.Name] = await RowsAsync(db, type);
            }

            records.rows["Account"] = await AccountsAsync(db);
            records.reach.AddRange(await OwnAsync(db));
            records.reach.AddRange(await HeldAsync(db));
            return records;
        });

    /// <summary>Record types whose ids may stand for this parameter.</summary>
    public IReadOnlyList<string> TypesFor(string parameter)
    {
        var name = parameter.EndsWith("Id", StringComparison.Ordinal) ? parameter[..^2] : "";
        var exact = rows.Keys.Where(k => k.Equals(name, StringComparison.OrdinalIgnoreCase));
        var ending = rows.Keys.Where(k => k.EndsWith(name, StringComparison.OrdinalIgnoreCase));
        // Such as the other one of two cases.
        var within = rows.Keys.Where(k => name.EndsWith(k, StringComparison.OrdinalIgnoreCase));
        return exact.Any() ? [.. exact]
            : ending.Any() ? [.. ending]
            : [.. within];
    }

    /// <summary>Addresses of a page that lead to records of one case, a few of each council, with that case.</summary>
    public IReadOnlyList<(string Address, RecordRow Leads)> AddressesOf(SitePage page)
    {
        if (page.Ids.Count == 0)
        {
            return [];
        }

        var last = page.Ids[^1];
        var found = new List<(string, RecordRow)>();
        foreach (
            var row in TypesFor(last.Name)
                .SelectMany(t => rows[t].GroupBy(r => r.CouncilId).SelectMany(Spread))
        )
        {
            var values = new Dictionary<string, Guid> { [last.Name] = row.Id };
            foreach (var part in page.Ids.SkipLast(1))
            {
                if (Beside(part.Name, row) is { } beside)
                {
                    values[part.Name] = beside;
                }
            }

            if (values.Count == page.Ids.Count)
            {
                var address = page.Address(p => p.IsId ? values[p.Name].ToString() : p.Nowhere);
                found.Add((address, row));
            }
        }

        return found;
    }

    /// <summary>True when the rules let this person near the record: not of another council, and not a case they do not hold.</summary>
    public bool MayReach(Persona persona, RecordRow row) =>
        row.CouncilId == persona.CouncilId
        && (
            persona.Role
                is not (
                    Role.ProspectiveCarer
                    or Role.ApprovedCarer
                    or Role.Assessor
                    or Role.SupervisingSocialWorker
                )
            || row.CaseId is null
            || reach.Contains((persona.AccountId, row.CaseId.Value))
        );

    private Guid? Beside(string parameter, RecordRow row) =>
        parameter.Equals("caseId", StringComparison.OrdinalIgnoreCase)
            ? row.CaseId
            : TypesFor(parameter)
                .SelectMany(t => rows[t])
                .FirstOrDefault(r => r.CaseId == row.CaseId && r.CouncilId == row.CouncilId)
                ?.Id;

    /// <summary>The first, the last and one between, which the stages of the demonstration make different.</summary>
    private static IEnumerable<RecordRow> Spread(IEnumerable<RecordRow> of)
    {
        var all = of.DistinctBy(r => r.CaseId).ToList();
        return all.Count <= PerCouncil ? all : [all[0], all[all.Count / 2], all[^1]];
    }

    private static bool HasId(IEntityType type) =>
        typeof(ICouncilOwned).IsAssignableFrom(type.ClrType)
        && type.FindProperty("Id")?.ClrType == typeof(Guid);

    /// <summary>Accounts belong to the councils in which they hold a role.</summary>
    private static async Task<List<RecordRow>> AccountsAsync(FosterDb db) =>
        [
            .. (await db.Set<RoleAssignment>().ToListAsync()).Select(r => new RecordRow(
                r.AccountId,
                r.CouncilId,
                null
            )),
        ];

    private static async Task<List<RecordRow>> RowsAsync(FosterDb db, IEntityType type)
    {
        var isCase = type.ClrType == typeof(Case);
        var hasCase = type.FindProperty("CaseId") is not null;
        string[] columns = hasCase ? ["Id", "CouncilId", "CaseId"] : ["Id", "CouncilId"];
        return
        [
            .. (await Tables.RowsAsync(db, type, columns))
                .Select(r => new RecordRow(
                    IdOf(r[0]),
                    IdOf(r[1]),
                    isCase ? IdOf(r[0])
                        : hasCase && r[2] is not DBNull ? IdOf(r[2])
                        : null
                ))
                .OrderBy(r => r.Id),
        ];
    }

    private static Guid IdOf(object value) => value as Guid? ?? Guid.Parse((string)value);

    private static async Task<List<(Guid, Guid)>> OwnAsync(FosterDb db)
    {
        var own = await (
            from l in db.Set<AccountLink>().IgnoreQueryFilters()
            join m in db.Set<Membership>().IgnoreQueryFilters() on l.PersonId equals m.PersonId
            join c in db.Set<Case>().IgnoreQueryFilters() on m.HouseholdId equals c.HouseholdId
            where m.IsApplicant
            select new { l.AccountId, c.Id }
        ).ToListAsync();
        return [.. own.Select(o => (o.AccountId, o.Id))];
    }

    private static async Task<List<(Guid, Guid)>> HeldAsync(FosterDb db)
    {
        var held = await db.Set<Allocation>()
            .IgnoreQueryFilters()
            .Where(a => a.To == null)
            .Select(a => new { a.AccountId, a.CaseId })
            .ToListAsync();
        return [.. held.Select(h => (h.AccountId, h.CaseId))];
    }
}
