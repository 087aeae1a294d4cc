using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record PlanCoverInput(
    Guid AwayId,
    Guid CoverId,
    Role Role,
    DateOnly From,
    DateOnly Until
);

/// <summary>
/// Plans who has a worker's cases while they are away. Workers plan their own cover, the team manager everybody's.
/// </summary>
public sealed class PlanCover(
    FosterDb db,
    StaffListReads staff,
    CouncilHistory history,
    LondonClock clock
)
{
    /// <summary>Who holds cases by name.</summary>
    public static IReadOnlyList<Role> Holding { get; } =
    [Role.RecruitmentOfficer, Role.Assessor, Role.SupervisingSocialWorker];

    public async Task<Result> RunAsync(PlanCoverInput input, Actor actor, CancellationToken ct)
    {
        var people = await staff.InRoleAsync(actor.CouncilId, input.Role, ct);
        var against = Against(input, people, actor);
        if (against.Count == 0)
            against.AddRange(await OverlapsAsync(input, actor, ct));
        if (against.Count > 0)
            return Result.Refused(against);
        var cover = new Cover
        {
            CouncilId = actor.CouncilId,
            AwayId = input.AwayId,
            CoverId = input.CoverId,
            Role = input.Role,
            From = input.From,
            Until = input.Until,
            PlannedBy = actor.Name,
        };
        db.Add(cover);
        history.Write(
            actor,
            cover.Id,
            new HistoryNote(
                "cover.planned",
                $"{NameOf(people, input.CoverId)} covers for {NameOf(people, input.AwayId)} from {BritishDate.Long(input.From)} to {BritishDate.Long(input.Until)}"
            )
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private List<Refusal> Against(
        PlanCoverInput input,
        IReadOnlyList<StaffMember> people,
        Actor actor
    )
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.TeamManager) && actor.AccountId != input.AwayId)
            against.Add(new("You plan your own cover. The team manager plans it for others."));
        if (!Holding.Contains(input.Role))
            against.Add(new("Only workers who hold cases are covered."));
        if (people.All(p => p.AccountId != input.AwayId))
            against.Add(new("Select who is away.", null, "away"));
        if (input.CoverId == input.AwayId)
            against.Add(new("Nobody covers for themselves.", null, "cover"));
        else if (people.All(p => p.AccountId != input.CoverId))
            against.Add(
                new(
                    $"Select somebody else who works as {input.Role.Title().ToLowerInvariant()} here.",
                    null,
                    "cover"
                )
            );
        if (input.From < clock.Today)
            against.Add(new("The first day must be today or later.", null, "from"));
        if (input.Until < input.From)
            against.Add(new("The last day must not be before the first day.", null, "until"));
        else if (input.Until.DayNumber - input.From.DayNumber >= Cover.LongestDays)
            against.Add(
                new("A cover lasts a year at most. Allocate the cases anew.", null, "until")
            );
        return against;
    }

    private async Task<IReadOnlyList<Refusal>> OverlapsAsync(
        PlanCoverInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var others = await db.Set<Cover>()
            .Where(c => c.State == CoverState.Planned || c.State == CoverState.Running)
            .Where(c => c.CouncilId == actor.CouncilId && c.Role == input.Role)
            .Where(c => c.From <= input.Until && c.Until >= input.From)
            .ToListAsync(ct);
        var against = new List<Refusal>();
        if (others.Any(c => c.AwayId == input.AwayId))
            against.Add(
                new("Somebody covers for them on some of these days already.", null, "from")
            );
        if (others.Any(c => c.AwayId == input.CoverId))
            against.Add(new("Whoever you chose is away on some of these days.", null, "cover"));
        if (others.Any(c => c.CoverId == input.AwayId))
            against.Add(
                new(
                    "They cover for somebody else on some of these days. End that cover first.",
                    null,
                    "away"
                )
            );
        return against;
    }

    private static string NameOf(IReadOnlyList<StaffMember> people, Guid id) =>
        people.First(p => p.AccountId == id).Name;
}
