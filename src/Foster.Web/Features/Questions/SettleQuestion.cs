using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

/// <summary>Whoever asked says that the answer settles it (R-ASK-01).</summary>
public sealed class SettleQuestion(
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
        var moved = question.Move(QuestionVerb.Settle, actor, clock.Now, []);
        if (!moved.Ok)
            return moved;
        await history.WriteAsync(
            actor,
            question.CaseId,
            QuestionActs.Note(
                question,
                before,
                "question.settled",
                $"Question settled: {QuestionWords.Topic(question.Topic)}",
                "You said that your question is settled"
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
