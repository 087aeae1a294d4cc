using Foster.Web.Features.Questions.Applicant;
using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Questions.Carer;

public sealed class QuestionsModel(QuestionReads reads, ActorSource actors)
    : OwnQuestionsPage(reads, actors);
