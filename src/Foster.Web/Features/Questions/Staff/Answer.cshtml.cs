using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Questions.Staff;

/// <summary>One question, read and answered.</summary>
[Records(AccessKind.Health)]
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.SupervisingSocialWorker, Role.TeamManager)]
public sealed class AnswerModel : FormPage
{
    private static readonly ChoiceField<QuestionVerb> Act = new(
        "act",
        new Option<QuestionVerb>(
            QuestionVerb.Answer,
            "Answer the question",
            "This ends the clock."
        ),
        new Option<QuestionVerb>(
            QuestionVerb.AskBack,
            "Ask something back",
            "The clock ends, and starts again when they have written."
        )
    )
    {
        Label = "What do you want to do?",
        MissingMessage = "Select whether you answer or ask something back",
    };

    private readonly QuestionReads reads;
    private readonly AnswerQuestion answer;
    private readonly AskBack back;

    public AnswerModel(QuestionReads reads, AnswerQuestion answer, AskBack back)
    {
        this.reads = reads;
        this.answer = answer;
        this.back = back;
        Form = new Form(Act, QuestionFields.Reply);
    }

    public QuestionThread Thread { get; private set; } = null!;

    public bool MayAnswer => May(QuestionVerb.Answer);

    public bool MayAskBack => May(QuestionVerb.AskBack);

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid questionId,
        CancellationToken ct
    ) => await LoadAsync(caseId, questionId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid questionId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, questionId, ct))
            return NotFound();
        return await SendAsync(
            token =>
            {
                var words = Form.Must(QuestionFields.Reply);
                return MayAskBack && Form.Must(Act) == QuestionVerb.AskBack
                    ? back.RunAsync(new(caseId, questionId, words), Actor, token)
                    : answer.RunAsync(new(caseId, questionId, words), Actor, token);
            },
            QuestionLinks.One(caseId, questionId),
            "What you wrote is sent.",
            ct
        );
    }

    private bool May(QuestionVerb verb) =>
        QuestionMachine.Table.Against(Thread.Line.State, verb, Actor.Role).Count == 0;

    private async Task<bool> LoadAsync(Guid caseId, Guid questionId, CancellationToken ct)
    {
        if (await reads.OneAsync(caseId, questionId, Actor, ct) is not { } thread)
            return false;
        Thread = thread;
        if (!MayAskBack)
            Form = new Form(QuestionFields.Reply);
        return true;
    }
}
