using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Text">Null takes an answer to an optional question away.</param>
/// <param name="Whole">The whole answer is confidential.</param>
public sealed record SaveReferenceAnswerInput(
    Guid RefereeId,
    string Question,
    string? Text,
    bool Whole
);

/// <summary>A referee writes one answer. It is kept until they come back, and nobody reads it before they send (R-REF-05).</summary>
public sealed class SaveReferenceAnswer(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        SaveReferenceAnswerInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindForAnswerAsync(input.RefereeId, ct) is not { } found)
            return Result.Refused("This reference is not open to you.");
        var referee = found.Referee;
        var against = new List<Refusal>(found.Against);
        against.AddRange(
            RefereeMachine.Table.Against(referee.State, RefereeVerb.Answer, actor.Role)
        );
        if (ReferenceQuestions.Find(input.Question) is not { } question)
            return Result.Refused("There is no such question.");
        if (input.Text is null && !question.Optional)
            against.Add(new Refusal(question.Field.MissingMessage!, "R-REF-05", "answer"));
        if (input.Text?.Length > ReferenceQuestions.Longest)
            against.Add(new Refusal("Your answer is too long.", "R-REF-05", "answer"));
        if (against.Count > 0)
            return Result.Refused(against);
        var answers = await db.Set<ReferenceAnswer>()
            .Where(a => a.RefereeId == referee.Id)
            .ToListAsync(ct);
        var answer = answers.Find(a => a.Question == question.Key);
        if (answers.Count == 0)
            await history.WriteAsync(
                actor,
                referee.CaseId,
                new HistoryNote("referee.began", "A referee has begun to answer")
                {
                    PersonId = referee.PersonId,
                    Rules = ["R-REF-05"],
                },
                ct
            );
        if (input.Text is null)
        {
            if (answer is not null)
                db.Remove(answer);
        }
        else
        {
            if (answer is null)
                db.Add(
                    answer = new ReferenceAnswer
                    {
                        CouncilId = referee.CouncilId,
                        CaseId = referee.CaseId,
                        RefereeId = referee.Id,
                        Question = question.Key,
                        Text = input.Text,
                        SavedAt = clock.Now,
                    }
                );
            answer.Write(input.Text, input.Whole, clock.Now);
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
