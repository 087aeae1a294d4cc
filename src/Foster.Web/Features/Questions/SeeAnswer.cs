using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

/// <summary>Whoever asked opens what we wrote; it counts once.</summary>
public sealed class SeeAnswer(
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
        if (!question.See(clock.Now))
            return Result.Done;
        await history.WriteAsync(
            actor,
            question.CaseId,
            QuestionActs.Note(
                question,
                question.State,
                "question.seen",
                $"What we wrote was read: {QuestionWords.Topic(question.Topic)}",
                "You read what we wrote to your question"
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
