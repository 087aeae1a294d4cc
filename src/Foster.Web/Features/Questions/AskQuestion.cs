using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

public sealed record AskQuestionInput(QuestionTopic Topic, string Words);

/// <summary>An applicant or carer asks whoever has their case; five working days run (R-ASK-01).</summary>
public sealed class AskQuestion(
    FosterDb db,
    QuestionReads reads,
    QuestionActs acts,
    QuestionMail mail,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result<Guid>> RunAsync(
        AskQuestionInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (actor.PersonId is not { } person || await reads.CaseOfAsync(actor, ct) is not { } found)
            return Result<Guid>.Refused(
                "You can ask here once you have a case with us.",
                QuestionActs.RuleId
            );
        var against = await acts.AgainstAskingAsync(found.Id, input.Words, ct);
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var question = new Question
        {
            CouncilId = found.CouncilId,
            CaseId = found.Id,
            PersonId = person,
            AskedAs = actor.Role,
            Topic = input.Topic,
            AskedOn = clock.Today,
            SinceAt = clock.Now,
            Holder = await acts.HolderAsync(found.Id, actor.Role, ct),
        };
        db.Add(question);
        acts.Write(question, QuestionVerb.Ask, input.Words, actor);
        var due = await acts.StartAsync(question, ct);
        await history.WriteAsync(
            actor,
            question.CaseId,
            QuestionActs.Note(
                question,
                null,
                "question.asked",
                $"Question asked: {QuestionWords.Topic(input.Topic)}",
                "You asked us a question"
            ),
            ct
        );
        await mail.AskedAsync(question, due, ct);
        await db.SaveChangesAsync(ct);
        return Result.Of(question.Id);
    }
}
