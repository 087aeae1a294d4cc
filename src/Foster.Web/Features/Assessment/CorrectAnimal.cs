using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

public sealed record CorrectAnimalInput(Guid CheckId, AnimalDescription Animal);

/// <summary>
/// What is written of an animal is put right until it is assessed. The application itself stays as it was sent
/// (R-ELIG-07).
/// </summary>
public sealed class CorrectAnimal(FosterDb db, CheckAct act, CaseHistory history)
{
    public async Task<Result> RunAsync(CorrectAnimalInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CheckId, ct) is not { Animal: { } animal } found)
            return Result.Refused("This check is not open to you.");
        var against = new List<Refusal>(
            AnimalRules.Against(found.Application, input.Animal, actor)
        );
        if (!found.Check.IsOpen)
            against.Add(
                new Refusal(
                    "What was assessed stays as it was described. The team manager can reopen the check.",
                    Animal.RuleId
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        var before = animal.Described;
        if (animal.As(input.Animal).Described == before)
            return Result.Done;
        await history.WriteAsync(
            actor,
            animal.CaseId,
            new HistoryNote(
                "check.animal-corrected",
                before.Words == animal.Described.Words
                    ? $"What is written of an animal was corrected: {before.Words}"
                    : $"What is written of an animal was corrected: {before.Words} is now {animal.Described.Words}"
            )
            {
                Rules = [Animal.RuleId],
                ForApplicant = $"We corrected what we know of {animal.Described.Words}",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
