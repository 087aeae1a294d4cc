using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record AddAnimalInput(Guid CaseId, AnimalDescription Animal);

/// <summary>An animal that nobody named, or that came later: it is assessed like the others (R-ELIG-07, CHK-19).</summary>
public sealed class AddAnimal(FosterDb db, CheckPlanReads plan, CaseHistory history)
{
    public async Task<Result> RunAsync(AddAnimalInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var against = AnimalRules.Against(application, input.Animal, actor);
        if (against.Count > 0)
            return Result.Refused(against);
        var animal = new Animal
        {
            CouncilId = application.CouncilId,
            CaseId = application.CaseId,
        }.As(input.Animal);
        db.Add(animal);
        await plan.AddMissingAsync(application, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("check.animal-added", $"An animal was added: {animal.Described.Words}")
            {
                Rules = [Animal.RuleId],
                ForApplicant = $"We noted an animal at your home: {animal.Described.Words}",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

/// <summary>Who writes down animals, when, and what has to be said of each (R-ELIG-07).</summary>
internal static class AnimalRules
{
    public static IReadOnlyList<Refusal> Against(
        Application application,
        AnimalDescription animal,
        Actor actor
    ) =>
        [
            .. CheckAct.Against(application),
            .. actor.Is(Role.Assessor, Role.TeamManager)
                ? Array.Empty<Refusal>()
                :
                [
                    new Refusal(
                        "The assessor or the team manager writes down which animals there are.",
                        Animal.RuleId
                    ),
                ],
            .. AnimalDescription.Kinds.Any(k => k.Key == animal.Kind)
                ? Array.Empty<Refusal>()
                : [new Refusal("Select what kind of animal it is.", Animal.RuleId, "kind")],
            .. string.IsNullOrWhiteSpace(animal.Breed)
                ? new[] { new Refusal("Enter its breed or type.", Animal.RuleId, "breed") }
                : [],
        ];
}
