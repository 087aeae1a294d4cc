using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Questions.Applicant;

public sealed class QuestionsModel(QuestionReads reads, ActorSource actors)
    : OwnQuestionsPage(reads, actors);
