using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Carers;

/// <summary>The carers' part of the case page.</summary>
public sealed class CarerSection(CarerReads carers) : ICaseSection
{
    public int Order => 60;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (
            !actor.Is(
                Role.SupervisingSocialWorker,
                Role.TeamManager,
                Role.PanelAdviser,
                Role.DecisionMaker
            )
        )
            return null;
        if (await carers.FindAsync(caseId, ct) is not { } household)
            return null;
        var facts = new List<CaseFact>();
        foreach (var carer in household.Carers)
            facts.Add(
                new(carer.Name, $"Approved {BritishDate.Long(carer.ApprovedOn)} for {carer.Terms}")
            );
        facts.Add(new("Supervising social worker", household.Supervisor?.Name ?? "Not named yet"));
        if (household.Missing.Count > 0)
            facts.Add(new("Still missing", string.Join(" ", household.Missing)));
        return new(
            "Foster carers",
            CarerMachine.Title(household.Carers[0].State),
            facts,
            Actions(household, actor)
        );
    }

    /// <summary>What this actor may do next for a household, by state and role.</summary>
    public static IReadOnlyList<CaseAction> Actions(CarerHousehold household, Actor actor)
    {
        var actions = new List<CaseAction>();
        if (actor.Is(Role.TeamManager))
            actions.Add(
                new(
                    household.Supervisor is null
                        ? "Name the supervising social worker"
                        : "Name another supervising social worker",
                    CarerLinks.Supervisor(household.CaseId),
                    IsNext: household.Supervisor is null
                )
            );
        if (
            household.Agreement.ForService is null
            && CarerMachine
                .Table.Against(household.Carers[0].State, ApprovalVerb.Sign, actor.Role)
                .Count == 0
        )
            actions.Add(
                new(
                    "Sign the agreement for the service",
                    CarerLinks.SignFor(household.CaseId),
                    IsNext: true
                )
            );
        if (actor.Is(Role.SupervisingSocialWorker, Role.TeamManager, Role.PanelAdviser))
        {
            actions.Add(new("Open the carers' record", CarerLinks.Of(household.CaseId)));
            actions.Add(new("See the register entries", CarerLinks.RegisterOf(household.CaseId)));
        }
        return actions;
    }
}
