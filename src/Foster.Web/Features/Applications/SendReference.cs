using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record SendReferenceInput(Guid RefereeId);

/// <summary>
/// A referee sends what they wrote, once. It is a basis for the interview and never takes its place (R-REF-01); the
/// applicant learns that they answered, not what (R-REF-05, R-DP-09).
/// </summary>
public sealed class SendReference(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(SendReferenceInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindForAnswerAsync(input.RefereeId, ct) is not { } found)
            return Result.Refused("This reference is not open to you.");
        var referee = found.Referee;
        var answered = await db.Set<ReferenceAnswer>()
            .Where(a => a.RefereeId == referee.Id)
            .Select(a => a.Question)
            .ToListAsync(ct);
        var done = referee.Answer(
            actor,
            clock.Today,
            [
                .. found.Against,
                .. ReferenceQuestions
                    .All.Where(q => !q.Optional && !answered.Contains(q.Key))
                    .Select(q => new Refusal($"Answer the question “{q.Field.Label}”", "R-REF-05")),
            ]
        );
        if (!done.Ok)
            return done;
        await act.EndLinksAsync(referee, ct);
        await act.StopChasingAsync(referee, "The referee has answered.", ct);
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote("referee.answered", "A referee has answered in writing")
            {
                From = RefereeState.Asked,
                To = referee.State,
                PersonId = referee.PersonId,
                ForApplicant = "One of the people you named has answered us",
                Rules = ["R-REF-01", "R-REF-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
