using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record ListMemberInput(
    Guid AccountId,
    PanelCapacity Capacity,
    bool IsIndependent,
    DateOnly From
);

/// <summary>Puts somebody on the central list of people suitable for panel (R-PANEL-01).</summary>
public sealed class ListMember(FosterDb db, CouncilHistory history)
{
    /// <summary>Roles that make somebody part of the fostering service, and so not independent (R-PANEL-06).</summary>
    private static readonly Role[] OfTheService =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
        Role.PanelAdviser,
        Role.DecisionMaker,
        Role.ApprovedCarer,
    ];

    public async Task<Result> RunAsync(ListMemberInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.PanelAdviser))
            return Result.Refused("Only the panel adviser keeps the central list.", "R-PANEL-01");
        var name = await db
            .Users.Where(u => u.Id == input.AccountId && !u.IsDisabled)
            .Select(u => u.DisplayName)
            .SingleOrDefaultAsync(ct);
        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == input.AccountId && r.CouncilId == actor.CouncilId)
            .Select(r => r.Role)
            .ToListAsync(ct);
        var against = new List<Refusal>();
        if (name is null || !roles.Any(r => r is Role.PanelMember or Role.PanelChair))
            against.Add(
                new Refusal("Choose somebody who has a panel account here.", "R-PANEL-01", "member")
            );
        if (
            await db.Set<PanelListEntry>()
                .AnyAsync(
                    e => e.AccountId == input.AccountId && (e.To == null || e.To >= input.From),
                    ct
                )
        )
            against.Add(new Refusal("They are on the list already.", "R-PANEL-01", "member"));
        against.AddRange(await CapacityAsync(input, roles, ct));
        if (against.Count > 0)
            return Result.Refused(against);
        var entry = new PanelListEntry
        {
            CouncilId = actor.CouncilId,
            AccountId = input.AccountId,
            Capacity = input.Capacity,
            IsIndependent = input.IsIndependent,
            From = input.From,
        };
        db.Add(entry);
        history.Write(
            actor,
            entry.Id,
            new HistoryNote("panel.listed", $"{name} listed: {input.Capacity.Title()}")
            {
                OccurredOn = input.From,
                Rules = ["R-PANEL-01"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<List<Refusal>> CapacityAsync(
        ListMemberInput input,
        List<Role> roles,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (
            input is
            { Capacity: PanelCapacity.Chair or PanelCapacity.Independent, IsIndependent: false }
        )
            against.Add(
                new Refusal(
                    $"The {input.Capacity.Title().ToLowerInvariant()} has to be independent of the service.",
                    "R-PANEL-03",
                    "independent"
                )
            );
        if (input.IsIndependent && roles.Any(OfTheService.Contains))
            against.Add(
                new Refusal(
                    "They work or foster for this service, so they are not independent.",
                    "R-PANEL-06",
                    "independent"
                )
            );
        if (
            input.Capacity == PanelCapacity.SocialWorker
            && !await db.Set<WorkerProfile>()
                .AnyAsync(w => w.AccountId == input.AccountId && w.IsExperiencedSocialWorker, ct)
        )
            against.Add(
                new Refusal(
                    "They are not on record as a social worker with three years' experience. An administrator can add that.",
                    "R-PANEL-01",
                    "capacity"
                )
            );
        if (input.Capacity == PanelCapacity.Chair && !roles.Contains(Role.PanelChair))
            against.Add(
                new Refusal("The chair needs an account as panel chair.", "R-PANEL-03", "capacity")
            );
        return against;
    }
}
