using Foster.Web.Features.Questions.Applicant;

namespace Foster.Web.Features.Questions.Carer;

public sealed class EndQuestionModel(
    QuestionReads reads,
    SettleQuestion settle,
    WithdrawQuestion withdraw
) : EndQuestionPage(reads, settle, withdraw);
