using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>An enquiry that may be of the same person as another.</summary>
public sealed record Lookalike(
    Guid CaseId,
    string Reference,
    EnquiryState State,
    DateOnly ReceivedOn,
    IReadOnlyList<Likeness> By
)
{
    /// <summary>What they have in common: "name and date of birth, telephone".</summary>
    public string Words
    {
        get
        {
            var said = new List<string>();
            var (birth, place) = (By.Contains(Likeness.NameAndBirth), By.Contains(Likeness.NameAndPlace));
            if (By.Contains(Likeness.Whole) || (birth && place))
                said.Add("name, date of birth and postcode");
            else if (birth)
                said.Add("name and date of birth");
            else if (place)
                said.Add("name and postcode");
            if (By.Contains(Likeness.Telephone))
                said.Add("telephone");
            if (By.Contains(Likeness.Email))
                said.Add("email");
            return string.Join(", ", said);
        }
    }
}

/// <summary>
/// Enquiries of this council that may be of the same person (R-ENQ-14): four small questions along indexes, as many for
/// a page of the queue as for one enquiry. Everything is within the reader's scope, so that a restricted case is no
/// candidate for whoever is not named.
/// </summary>
public sealed class DuplicateReads(FosterDb db)
{
    /// <summary>Who looks for duplicates and merges them.</summary>
    public static readonly Role[] Deciders =
    [
        Role.RecruitmentOfficer,
        Role.TeamManager,
        Role.HubWorker,
    ];

    /// <summary>A number that half the town has on record says nothing.</summary>
    private const int MostMatches = 500;

    public async Task<IReadOnlyList<Lookalike>> OfAsync(Guid caseId, CancellationToken ct) =>
        (await OfAsync([caseId], ct)).GetValueOrDefault(caseId, []);

    /// <summary>Case → those that are like it, the likest first. Cases without any are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Lookalike>>> OfAsync(
        IReadOnlyCollection<Guid> cases,
        CancellationToken ct
    )
    {
        var own = await OwnAsync(cases, ct);
        var digests = own.Select(k => k.Digest).Distinct().ToList();
        var councils = own.Select(k => k.CouncilId).Distinct().ToList();
        var alike =
            digests.Count == 0
                ? []
                : await db.Set<PersonKey>()
                    .AsNoTracking()
                    .Where(k => digests.Contains(k.Digest) && councils.Contains(k.CouncilId))
                    .OrderBy(k => k.Digest)
                    .ThenBy(k => k.PersonId)
                    .Take(MostMatches + own.Count)
                    .ToListAsync(ct);
        var ids = alike.Select(k => k.PersonId).Distinct().ToList();
        if (ids.Count <= own.Select(k => k.PersonId).Distinct().Count())
            return new Dictionary<Guid, IReadOnlyList<Lookalike>>();
        var others = await OthersAsync(ids, ct);
        var kept = await KeptAsync(others, ct);
        var apart = await ApartAsync(cases, ct);
        var byDigest = alike.ToLookup(k => k.Digest);
        var byPerson = others.ToLookup(o => o.PersonId);
        return own.GroupBy(k => k.CaseId)
            .Select(mine =>
                (
                    mine.Key,
                    Found: (IReadOnlyList<Lookalike>)
                        [
                            .. (
                                from key in mine
                                from match in byDigest[key.Digest]
                                from other in byPerson[match.PersonId]
                                where other.HouseholdId != key.HouseholdId
                                where !Differ(key, match, other)
                                let target = other.MergedInto is { } into
                                    ? kept.GetValueOrDefault(into)
                                    : other
                                where target is not null && target.CaseId != mine.Key
                                where !apart.Contains(NotSamePerson.Pair(mine.Key, target.CaseId))
                                group match.Kind by target into g
                                let kinds = g.Distinct().Order().ToList()
                                orderby kinds[0], g.Key.ReceivedOn, g.Key.CaseId
                                select new Lookalike(
                                    g.Key.CaseId,
                                    g.Key.Reference,
                                    g.Key.State,
                                    g.Key.ReceivedOn,
                                    kinds
                                )
                            )
                                .GroupBy(l => l.CaseId)
                                .Select(Together),
                        ]
                )
            )
            .Where(p => p.Found.Count > 0)
            .ToDictionary(p => p.Key, p => p.Found);
    }

    /// <summary>Father and son of one name under one roof have different dates of birth.</summary>
    private static bool Differ(Own key, PersonKey match, Other other) =>
        match.Kind is Likeness.NameAndPlace
        && key.DateOfBirth is { } born
        && other.DateOfBirth is { } otherBorn
        && born != otherBorn;

    private static Lookalike Together(IEnumerable<Lookalike> both)
    {
        var all = both.ToList();
        return all[0] with { By = [.. all.SelectMany(l => l.By).Distinct().Order()] };
    }

    private async Task<List<Own>> OwnAsync(IReadOnlyCollection<Guid> cases, CancellationToken ct) =>
        await (
            from c in db.Set<Case>()
            join e in db.Set<Enquiry>() on c.Id equals e.CaseId
            join m in db.Set<Membership>()
                on new { c.CouncilId, c.HouseholdId } equals new { m.CouncilId, m.HouseholdId }
            join p in db.Set<Person>() on m.PersonId equals p.Id
            join k in db.Set<PersonKey>() on m.PersonId equals k.PersonId
            where cases.Contains(c.Id) && m.IsApplicant && m.To == null && e.MergedInto == null
            select new Own(
                c.Id,
                c.CouncilId,
                c.HouseholdId,
                m.PersonId,
                p.DateOfBirth,
                k.Digest
            )
        ).ToListAsync(ct);

    private async Task<List<Other>> OthersAsync(List<Guid> people, CancellationToken ct) =>
        await (
            from m in db.Set<Membership>()
            join p in db.Set<Person>() on m.PersonId equals p.Id
            join c in db.Set<Case>()
                on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
            join e in db.Set<Enquiry>() on c.Id equals e.CaseId
            where people.Contains(m.PersonId) && m.IsApplicant && m.To == null
            select new Other(
                m.PersonId,
                m.HouseholdId,
                p.DateOfBirth,
                c.Id,
                c.Reference,
                e.State,
                e.ReceivedOn,
                e.MergedInto
            )
        ).ToListAsync(ct);

    /// <summary>Those that go on in place of the ones that were merged.</summary>
    private async Task<Dictionary<Guid, Other>> KeptAsync(List<Other> others, CancellationToken ct)
    {
        var into = others.Select(o => o.MergedInto).OfType<Guid>().Distinct().ToList();
        return into.Count == 0
            ? []
            : await (
                from c in db.Set<Case>()
                join e in db.Set<Enquiry>() on c.Id equals e.CaseId
                where into.Contains(c.Id)
                select new Other(
                    Guid.Empty,
                    c.HouseholdId,
                    null,
                    c.Id,
                    c.Reference,
                    e.State,
                    e.ReceivedOn,
                    null
                )
            ).ToDictionaryAsync(o => o.CaseId, ct);
    }

    private async Task<HashSet<(Guid, Guid)>> ApartAsync(
        IReadOnlyCollection<Guid> cases,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.Set<NotSamePerson>()
                    .AsNoTracking()
                    .Where(n => cases.Contains(n.CaseId) || cases.Contains(n.OtherCaseId))
                    .Select(n => new { n.CaseId, n.OtherCaseId })
                    .ToListAsync(ct)
            ).Select(n => (n.CaseId, n.OtherCaseId)),
        ];

    private sealed record Own(
        Guid CaseId,
        Guid CouncilId,
        Guid HouseholdId,
        Guid PersonId,
        DateOnly? DateOfBirth,
        string Digest
    );

    private sealed record Other(
        Guid PersonId,
        Guid HouseholdId,
        DateOnly? DateOfBirth,
        Guid CaseId,
        string Reference,
        EnquiryState State,
        DateOnly ReceivedOn,
        Guid? MergedInto
    );
}
