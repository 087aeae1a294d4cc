using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

public sealed record AskBackInput(Guid CaseId, Guid QuestionId, string Words);

/// <summary>We need to know more before we can answer. Our clock ends, and that of whoever asked begins (R-ASK-01).</summary>
public sealed class AskBack(
    FosterDb db,
    QuestionActs acts,
    QuestionMail mail,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AskBackInput input, Actor actor, CancellationToken ct)
    {
        if (await acts.ForStaffAsync(input.CaseId, input.QuestionId, actor, ct) is not { } question)
            return QuestionActs.NotThere;
        var before = question.State;
        var moved = question.Move(
            QuestionVerb.AskBack,
            actor,
            clock.Now,
            QuestionActs.AgainstWords(input.Words)
        );
        if (!moved.Ok)
            return moved;
        acts.Write(question, QuestionVerb.AskBack, input.Words, actor);
        await acts.AnsweredAsync(question, ct);
        var due = await deadlines.OpenAsync(
            question.CouncilId,
            question.CaseId,
            question.Id,
            DeadlineRules.QuestionBackAnswered,
            clock.Today,
            question.AskedAs,
            ct,
            title: "What we asked back to be answered"
        );
        await history.WriteAsync(
            actor,
            question.CaseId,
            QuestionActs.Note(
                question,
                before,
                "question.back",
                $"Asked back: {QuestionWords.Topic(question.Topic)}",
                "We asked you something about your question"
            ),
            ct
        );
        await mail.AskedBackAsync(question, due.DueOn, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
