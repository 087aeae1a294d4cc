using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Actors;

/// <summary>Makes actors and opens the scope that goes with them.</summary>
public sealed class ActorSource(
    FosterDb db,
    CouncilScope scope,
    IEnumerable<ICaseReach> reaches,
    IEnumerable<ICaseVeil> veils,
    IEnumerable<IPersonOfAccount> people
)
{
    /// <summary>Roles whose work is the whole council's and not single cases (§11).</summary>
    private static readonly Role[] CouncilWide =
    [
        Role.RecruitmentOfficer,
        Role.TeamManager,
        Role.PanelAdviser,
        Role.DecisionMaker,
        Role.HubWorker,
    ];

    /// <summary>The actor of this request; null for a visitor.</summary>
    public Actor? Current { get; private set; }

    /// <summary>The holder of the link by which this request came; null where there is none.</summary>
    public Actor? ByLink { get; private set; }

    /// <summary>The actor of this request. Throws for a visitor: such pages are behind the audience policy.</summary>
    public Actor Required => Current ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Takes on a role that the account really holds now; null when it does not (any more).</summary>
    public async Task<Actor?> EnterAsync(
        Guid accountId,
        Guid councilId,
        Role role,
        CancellationToken ct
    )
    {
        var account = await db
            .Users.Where(a => a.Id == accountId && !a.IsDisabled)
            .Select(a => new { a.DisplayName })
            .SingleOrDefaultAsync(ct);
        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == accountId && r.CouncilId == councilId)
            .Select(r => r.Role)
            .ToListAsync(ct);
        if (account is null || !roles.Contains(role))
            return null;
        var capabilities = role.IsStaff()
            ? await db.Set<CapabilityHolder>()
                .Where(c => c.AccountId == accountId && c.CouncilId == councilId)
                .Select(c => c.Capability)
                .ToListAsync(ct)
            : [];
        return await EnterAsync(
            new Actor(accountId, account.DisplayName, role, councilId)
            {
                Capabilities = capabilities,
                AllRoles = roles,
            },
            ct
        );
    }

    /// <summary>Takes on who has just been read from the database with all that they hold; their person is found here.</summary>
    public async Task<Actor> EnterAsync(Actor known, CancellationToken ct)
    {
        scope.EnterCases(known.CouncilId, []);
        Guid? person = null;
        foreach (var source in people)
            person ??= await source.FindAsync(known.AccountId, known.CouncilId, ct);
        var actor = known with { PersonId = person };
        await OpenAsync(actor, ct);
        return Current = actor;
    }

    /// <summary>Somebody whose second factor is still to come: they have a name, no role and no case.</summary>
    public void EnterUnproven(Guid accountId, string name, Guid councilId)
    {
        scope.EnterCases(councilId, []);
        Current = new Actor(accountId, name, Role.Anyone, councilId);
    }

    /// <summary>Opens the scope of an actor: all of the council's cases or only some, less the hidden ones.</summary>
    public async Task OpenAsync(Actor actor, CancellationToken ct)
    {
        var hidden = new List<Guid>();
        foreach (var veil in veils)
            hidden.AddRange(await veil.HiddenFromAsync(actor, ct));
        if (CouncilWide.Contains(actor.Role) || actor.Role is Role.System)
        {
            scope.EnterCouncil(actor.CouncilId, hidden);
            return;
        }
        var only = new List<Guid>();
        foreach (var reach in reaches)
            only.AddRange(await reach.ForAsync(actor, ct));
        scope.EnterCases(actor.CouncilId, only, hidden);
    }

    /// <summary>A visitor who sends something to a council. Sees no case but the one they open.</summary>
    public Actor Anyone(Guid councilId)
    {
        scope.EnterCases(councilId, []);
        return Actor.Anyone(councilId);
    }

    /// <summary>The holder of a link, who sees only the case behind it.</summary>
    public Actor Holder(Guid councilId, Guid caseId, string name, Guid? personId)
    {
        scope.EnterCases(councilId, [caseId]);
        return ByLink = Actor.Holder(councilId, name, personId);
    }

    /// <summary>Foster itself, for jobs and demonstration data of one council.</summary>
    public Actor System(Guid councilId)
    {
        scope.EnterCouncil(councilId);
        return Actor.System(councilId);
    }
}
