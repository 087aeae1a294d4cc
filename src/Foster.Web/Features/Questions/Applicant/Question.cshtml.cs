namespace Foster.Web.Features.Questions.Applicant;

public sealed class QuestionModel(QuestionReads reads, FollowUpQuestion follow, SeeAnswer see)
    : OwnQuestionPage(reads, follow, see);
