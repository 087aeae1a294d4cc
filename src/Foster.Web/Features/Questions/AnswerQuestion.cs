using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

public sealed record AnswerQuestionInput(Guid CaseId, Guid QuestionId, string Words);

/// <summary>The answer, or more of it; the clock ends with the first (R-ASK-01).</summary>
public sealed class AnswerQuestion(
    FosterDb db,
    QuestionActs acts,
    QuestionMail mail,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AnswerQuestionInput input, Actor actor, CancellationToken ct)
    {
        if (await acts.ForStaffAsync(input.CaseId, input.QuestionId, actor, ct) is not { } question)
            return QuestionActs.NotThere;
        var before = question.State;
        var moved = question.Move(
            QuestionVerb.Answer,
            actor,
            clock.Now,
            QuestionActs.AgainstWords(input.Words)
        );
        if (!moved.Ok)
            return moved;
        acts.Write(question, QuestionVerb.Answer, input.Words, actor);
        await acts.AnsweredAsync(question, ct);
        await acts.EndAsync(question, "The question was answered without it.", ct);
        await history.WriteAsync(
            actor,
            question.CaseId,
            QuestionActs.Note(
                question,
                before,
                "question.answered",
                $"Question answered: {QuestionWords.Topic(question.Topic)}",
                "We answered your question"
            ),
            ct
        );
        await mail.AnsweredAsync(question, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
