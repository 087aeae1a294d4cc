using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

public sealed record LeaveOutAnimalInput(Guid CheckId, DateOnly Since, string Reason);

/// <summary>
/// An animal is not at home any more, or never was: its assessment is not waited for, and says why (R-ELIG-07). One that
/// was assessed stays on record.
/// </summary>
public sealed class LeaveOutAnimal(
    FosterDb db,
    CheckAct act,
    DeadlineBook deadlines,
    CheckDocuments documents,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(LeaveOutAnimalInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CheckId, ct) is not { Animal: { } animal } found)
            return Result.Refused("This check is not open to you.");
        var check = found.Check;
        var result = check.LeaveOut(
            actor,
            input.Reason.Trim(),
            [
                .. found.Against,
                .. AssessmentReasons.Against(input.Reason),
                .. input.Since > clock.Today
                    ? new[]
                    {
                        new Refusal("The day must be today or in the past.", "R-VAL-04", "since"),
                    }
                    : [],
            ]
        );
        if (!result.Ok)
            return result;
        animal.GoneOn = input.Since;
        foreach (var line in ChaseCheck.Lines)
            await deadlines.CancelAsync(
                check.CaseId,
                line,
                "The animal is not at home any more.",
                ct,
                check.Id
            );
        await documents.SettledAsync(check, ct);
        await history.WriteAsync(
            actor,
            check.CaseId,
            new HistoryNote("check.animal-gone", $"Not needed any more: {found.Title}")
            {
                OccurredOn = input.Since,
                Reason = input.Reason.Trim(),
                Rules = [Animal.RuleId],
                ForApplicant = $"Not needed any more: {found.Title}",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
