using Foster.Web.Features.Questions.Applicant;

namespace Foster.Web.Features.Questions.Carer;

public sealed class QuestionModel(QuestionReads reads, FollowUpQuestion follow, SeeAnswer see)
    : OwnQuestionPage(reads, follow, see);
