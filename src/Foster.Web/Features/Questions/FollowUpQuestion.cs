using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

public sealed record FollowUpQuestionInput(Guid QuestionId, string Words);

/// <summary>Whoever asked writes more. After an answer the clock starts again; while it runs it stays as it is (R-ASK-01).</summary>
public sealed class FollowUpQuestion(
    FosterDb db,
    QuestionActs acts,
    QuestionMail mail,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        FollowUpQuestionInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.OwnAsync(input.QuestionId, actor, ct) is not { } question)
            return QuestionActs.NotThere;
        var before = question.State;
        var against = await acts.AgainstAskingAsync(question.CaseId, input.Words, ct);
        var moved = question.Move(QuestionVerb.FollowUp, actor, clock.Now, against);
        if (!moved.Ok)
            return moved;
        acts.Write(question, QuestionVerb.FollowUp, input.Words, actor);
        if (before != QuestionState.Open)
        {
            question.Holder = await acts.HolderAsync(question.CaseId, actor.Role, ct);
            await acts.BackAnsweredAsync(question, ct);
            await mail.AskedAsync(question, await acts.StartAsync(question, ct), ct);
        }
        await history.WriteAsync(
            actor,
            question.CaseId,
            QuestionActs.Note(
                question,
                before,
                "question.followed",
                $"More written to a question: {QuestionWords.Topic(question.Topic)}",
                "You wrote more to your question"
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
