using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Questions.Applicant;

public sealed class NewQuestionModel(AskQuestion ask, QuestionReads reads, DeadlineBook deadlines)
    : NewQuestionPage(ask, reads, deadlines);
