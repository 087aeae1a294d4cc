namespace Foster.Web.Features.Questions.Applicant;

public sealed class EndQuestionModel(
    QuestionReads reads,
    SettleQuestion settle,
    WithdrawQuestion withdraw
) : EndQuestionPage(reads, settle, withdraw);
