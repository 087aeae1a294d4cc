using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>What the acts on a subject access request have in common.</summary>
public sealed class SubjectAccessActs(FosterDb db, StoredRows stored, DeadlineBook deadlines)
{
    public const string Nobody = "This request is not open to you.";

    public async Task<SubjectAccess?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<SubjectAccess>().SingleOrDefaultAsync(a => a.Id == id, ct) is { } found
        && await db.Set<Case>().AnyAsync(c => c.Id == found.CaseId, ct)
            ? found
            : null;

    /// <summary>One request at a time for each person.</summary>
    public async Task<IReadOnlyList<Refusal>> AgainstAnotherAsync(
        Guid personId,
        CancellationToken ct
    ) =>
        await db.Set<SubjectAccess>()
            .AnyAsync(a => a.PersonId == personId && !AccessMachine.Over.Contains(a.State), ct)
            ? [new Refusal("A request of this person is open already.", "R-DP-08", "person")]
            : [];

    /// <summary>Starts the month and gathers what is stored; the caller writes history and saves.</summary>
    public async Task OpenAsync(SubjectAccess access, Role holder, CancellationToken ct)
    {
        db.Add(access);
        await GatherAsync(access, ct);
        await deadlines.OpenAsync(
            access.CouncilId,
            access.CaseId,
            access.Id,
            DeadlineRules.SubjectAccess,
            access.ReceivedOn,
            holder,
            ct
        );
    }

    /// <summary>What the history says of a request, beside the date that it brings.</summary>
    public static HistoryNote Asked(SubjectAccess access, bool told) =>
        new("records.access-asked", "A copy of what is stored was asked for")
        {
            OccurredOn = access.ReceivedOn,
            PersonId = access.PersonId,
            ForApplicant = told ? "You asked for a copy of what we store about you" : null,
            Rules = ["R-DP-08"],
        };

    /// <summary>The copy is with who asked for it, or waits where they fetch it: the month is kept. The caller saves.</summary>
    public async Task MeetAsync(SubjectAccess access, DateOnly on, CancellationToken ct)
    {
        foreach (
            var line in (DeadlineLine[])
                [DeadlineRules.SubjectAccess, DeadlineRules.SubjectAccessExtended]
        )
            await deadlines.MeetAsync(access.CaseId, line, on, ct, access.Id);
    }

    /// <summary>The team manager and records officers take the second look, and never at their own review (R-DP-09).</summary>
    public static IReadOnlyList<Refusal> AgainstSecondLook(SubjectAccess access, Actor actor)
    {
        var against = new List<Refusal>();
        if (!actor.Has(Capability.RecordsOfficer) && !actor.Is(Role.TeamManager))
            against.Add(
                new Refusal(
                    "The second look is for the team manager or another records officer.",
                    "R-DP-09"
                )
            );
        if (access.ReviewedById == actor.AccountId)
            against.Add(
                new Refusal(
                    "You reviewed this yourself. Somebody else takes the second look.",
                    "R-DP-09"
                )
            );
        return against;
    }

    /// <summary>Adds what is stored and not among the items yet; the caller saves.</summary>
    public async Task<int> GatherAsync(SubjectAccess access, CancellationToken ct)
    {
        var fresh = await MissingAsync(access, ct);
        foreach (var row in fresh)
            db.Add(
                new SubjectAccessItem
                {
                    CouncilId = access.CouncilId,
                    CaseId = access.CaseId,
                    AccessId = access.Id,
                    Table = row.Table,
                    RowId = row.Id,
                    Kind = row.Kind,
                    Choice =
                        row.Kind == AccessItemKind.Own
                            ? AccessChoice.Included
                            : AccessChoice.Undecided,
                }
            );
        return fresh.Count;
    }

    /// <summary>What was stored since it was gathered; the history of the request itself is left out.</summary>
    public async Task<IReadOnlyList<StoredRow>> MissingAsync(
        SubjectAccess access,
        CancellationToken ct
    )
    {
        var known = await db.Set<SubjectAccessItem>()
            .AsNoTracking()
            .Where(i => i.AccessId == access.Id)
            .Select(i => i.RowId)
            .ToListAsync(ct);
        var own = await db.Set<HistoryEntry>()
            .AsNoTracking()
            .Where(h => h.CaseId == access.CaseId && h.Kind.StartsWith("records."))
            .Select(h => h.Id)
            .ToListAsync(ct);
        return
        [
            .. (await stored.OfAsync(access.CaseId, access.PersonId, ct)).Where(r =>
                !known.Contains(r.Id) && !own.Contains(r.Id) && r.Table != "Deadlines"
            ),
        ];
    }
}
