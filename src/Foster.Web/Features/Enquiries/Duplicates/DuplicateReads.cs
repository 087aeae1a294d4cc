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
            var (birth, place) = (
                By.Contains(Likeness.NameAndBirth),
                By.Contains(Likeness.NameAndPlace)
            );
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

/// <summary>An enquiry that somebody said is of another person.</summary>
/// <param name="At">When they said so, in UTC.</param>
public sealed record SaidApart(Guid CaseId, string Reference, string By, DateTime At);

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

    private const int MostMatches = 500;

    /// <summary>A number or an address that more people have, such as that of an office, says nothing of any of them.</summary>
    private const int MostWhoShare = 6;

    public async Task<IReadOnlyList<Lookalike>> OfAsync(Guid caseId, CancellationToken ct) =>
        (await OfAsync([caseId], ct)).GetValueOrDefault(caseId, []);

    /// <summary>Enquiries that somebody said are of other people than this one, the latest first.</summary>
    public async Task<IReadOnlyList<SaidApart>> ApartFromAsync(Guid caseId, CancellationToken ct) =>
        await (
            from n in db.Set<NotSamePerson>()
            join c in db.Set<Case>() on n.CaseId == caseId ? n.OtherCaseId : n.CaseId equals c.Id
            where n.CaseId == caseId || n.OtherCaseId == caseId
            orderby n.At descending
            select new SaidApart(c.Id, c.Reference, n.By, n.At)
        )
            .Take(MostWhoShare * 2)
            .ToListAsync(ct);

    /// <summary>Case → those that are like it, the likest first. Cases without any are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Lookalike>>> OfAsync(
        IReadOnlyCollection<Guid> cases,
        CancellationToken ct
    )
    {
        var own = await OwnAsync(cases, ct);
        var digests = own.Select(k => k.Digest).Distinct().ToList();
        var councils = own.Select(k => k.CouncilId).Distinct().ToList();
        var crowded = Crowded(digests, councils);
        var matches =
            digests.Count == 0
                ? []
                : await db.Set<PersonKey>()
                    .AsNoTracking()
                    .Where(k => digests.Contains(k.Digest) && councils.Contains(k.CouncilId))
                    // What a switchboard's number has in common must not crowd out the others.
                    .Where(k => !crowded.Contains(k.Digest))
                    .OrderBy(k => k.Digest)
                    .ThenBy(k => k.PersonId)
                    .Take(MostMatches + own.Count)
                    .ToListAsync(ct);
        // Two who are alike may both be among those that are asked about.
        var byDigest = matches
            .GroupBy(k => k.Digest)
            .Where(g => g.DistinctBy(k => k.PersonId).Skip(1).Any())
            .SelectMany(g => g)
            .ToLookup(k => k.Digest);
        if (byDigest.Count == 0)
            return new Dictionary<Guid, IReadOnlyList<Lookalike>>();
        var ids = byDigest.SelectMany(g => g).Select(k => k.PersonId).Distinct().ToList();
        var others = await OthersAsync(ids, ct);
        var kept = await KeptAsync(others, ct);
        var apart = await ApartAsync(cases, ct);
        var byPerson = others.ToLookup(o => o.PersonId);
        var found = new Dictionary<Guid, IReadOnlyList<Lookalike>>();
        foreach (var mine in own.GroupBy(k => k.CaseId))
        {
            var pairs =
                from key in mine
                from match in byDigest[key.Digest]
                from other in byPerson[match.PersonId]
                where other.HouseholdId != key.HouseholdId && !Differ(key, match, other)
                let target = GoesOn(other, kept)
                where target is not null && target.CaseId != mine.Key
                where !apart.Contains(NotSamePerson.Pair(mine.Key, target.CaseId))
                select (Target: target, match.Kind);
            var alike = pairs.GroupBy(p => p.Target.CaseId).Select(Together).ToList();
            if (alike.Count > 0)
                found[mine.Key] =
                [
                    .. alike.OrderBy(l => l.By[0]).ThenBy(l => l.ReceivedOn).ThenBy(l => l.CaseId),
                ];
        }
        return found;
    }

    /// <summary>Numbers and addresses that too many people have to say anything of one of them.</summary>
    private IQueryable<string> Crowded(List<string> digests, List<Guid> councils) =>
        db.Set<PersonKey>()
            .Where(k => digests.Contains(k.Digest) && councils.Contains(k.CouncilId))
            .Where(k => k.Kind == Likeness.Telephone || k.Kind == Likeness.Email)
            .GroupBy(k => k.Digest)
            .Where(g => g.Count() > MostWhoShare)
            .Select(g => g.Key);

    /// <summary>The enquiry itself, or the one that goes on in its place; null where that one is out of reach.</summary>
    private static Other? GoesOn(Other other, Dictionary<Guid, Other> kept) =>
        other.MergedInto is { } next ? kept.GetValueOrDefault(next) : other;

    /// <summary>Father and son of one name under one roof have different dates of birth.</summary>
    private static bool Differ(Own key, PersonKey match, Other other) =>
        match.Kind is Likeness.NameAndPlace
        && key.DateOfBirth is { } born
        && other.DateOfBirth is { } otherBorn
        && born != otherBorn;

    private static Lookalike Together(IEnumerable<(Other Target, Likeness Kind)> of)
    {
        var all = of.ToList();
        var target = all[0].Target;
        return new Lookalike(
            target.CaseId,
            target.Reference,
            target.State,
            target.ReceivedOn,
            [.. all.Select(p => p.Kind).Distinct().Order()]
        );
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
            select new Own(c.Id, c.CouncilId, c.HouseholdId, m.PersonId, p.DateOfBirth, k.Digest)
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
        var next = others.Select(o => o.MergedInto).OfType<Guid>().Distinct().ToList();
        return next.Count == 0
            ? []
            : await (
                from c in db.Set<Case>()
                join e in db.Set<Enquiry>() on c.Id equals e.CaseId
                where next.Contains(c.Id)
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
