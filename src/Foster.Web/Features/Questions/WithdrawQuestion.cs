using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

/// <summary>Whoever asked needs no answer any more. What was written stays in the record (R-ASK-01).</summary>
public sealed class WithdrawQuestion(
    FosterDb db,
    QuestionActs acts,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(Guid questionId, Actor actor, CancellationToken ct)
    {
        if (await acts.OwnAsync(questionId, actor, ct) is not { } question)
            return QuestionActs.NotThere;
        var before = question.State;
        var moved = question.Move(QuestionVerb.Withdraw, actor, clock.Now, []);
        if (!moved.Ok)
            return moved;
        await acts.EndAsync(question, "The question was taken back.", ct);
        await history.WriteAsync(
            actor,
            question.CaseId,
            QuestionActs.Note(
                question,
                before,
                "question.withdrawn",
                $"Question taken back: {QuestionWords.Topic(question.Topic)}",
                "You took your question back"
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
