using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Questions.Applicant;

/// <summary>What somebody has asked us, the same in the areas of applicants and carers.</summary>
public abstract class OwnQuestionsPage(QuestionReads reads, ActorSource actors) : PageModel
{
    public ListPage<QuestionLine> Found { get; private set; } = new([], null);

    public bool FurtherOn { get; private set; }

    /// <summary>When the case was closed: nothing new is asked then.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public bool HasCase { get; private set; }

    public Role Role => actors.Required.Role;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        FurtherOn = InstantCursor.Read(after) is not null;
        Found = await reads.OwnPageAsync(actors.Required, after, ct);
        var own = await reads.CaseOfAsync(actors.Required, ct);
        (HasCase, ClosedOn) = (own is not null, own?.ClosedOn);
    }

    public string? Next =>
        Found.Next is { } next ? CaseLinks.With(QuestionLinks.Own(Role), ("after", next)) : null;
}

/// <summary>Asks a question.</summary>
public abstract class NewQuestionPage : FormPage
{
    private static readonly ChoiceField<QuestionTopic> Topic = new(
        "topic",
        [
            .. Enum.GetValues<QuestionTopic>()
                .Select(t => new Option<QuestionTopic>(t, QuestionWords.Topic(t))),
        ]
    )
    {
        Label = "What is your question about?",
        MissingMessage = "Select what your question is about",
    };

    private readonly AskQuestion ask;
    private readonly QuestionReads reads;
    private readonly DeadlineBook deadlines;

    protected NewQuestionPage(AskQuestion ask, QuestionReads reads, DeadlineBook deadlines)
    {
        this.ask = ask;
        this.reads = reads;
        this.deadlines = deadlines;
        Form = new Form(Topic, QuestionFields.Question);
    }

    public DateOnly? ClosedOn { get; private set; }

    public bool HasCase { get; private set; }

    /// <summary>The day by which we answer what is asked today.</summary>
    public Due Due { get; private set; } = null!;

    public Role Role => Actor.Role;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await SendAsync(
            async token =>
            {
                var asked = await ask.RunAsync(
                    new(Form.Must(Topic), Form.Must(QuestionFields.Question)),
                    Actor,
                    token
                );
                return asked.Ok
                    ? new Sent(
                        QuestionLinks.OwnOne(Role, asked.Value),
                        "Your question is on its way to us."
                    )
                    : Result<Sent>.Refused(asked.Refusals);
            },
            ct
        );
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var own = await reads.CaseOfAsync(Actor, ct);
        (HasCase, ClosedOn) = (own is not null, own?.ClosedOn);
        Due = await deadlines.PreviewAsync(DeadlineRules.QuestionAnswered, Today, ct);
    }
}

/// <summary>One question and what was written; more can be written here.</summary>
public abstract class OwnQuestionPage : FormPage
{
    private readonly QuestionReads reads;
    private readonly FollowUpQuestion follow;
    private readonly SeeAnswer see;

    protected OwnQuestionPage(QuestionReads reads, FollowUpQuestion follow, SeeAnswer see)
    {
        this.reads = reads;
        this.follow = follow;
        this.see = see;
        Form = new Form(QuestionFields.More);
    }

    public QuestionThread Thread { get; private set; } = null!;

    public Role Role => Actor.Role;

    public bool MayWrite => Thread.ClosedOn is null && May(QuestionVerb.FollowUp);

    public bool MaySettle => May(QuestionVerb.Settle);

    public bool MayWithdraw => May(QuestionVerb.Withdraw);

    public async Task<IActionResult> OnGetAsync(Guid questionId, CancellationToken ct)
    {
        if (!await LoadAsync(questionId, ct))
            return NotFound();
        if (!Thread.Line.IsSeen)
            await see.RunAsync(questionId, Actor, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid questionId, CancellationToken ct) =>
        await LoadAsync(questionId, ct)
            ? await SendAsync(
                token =>
                    follow.RunAsync(new(questionId, Form.Must(QuestionFields.More)), Actor, token),
                QuestionLinks.OwnOne(Role, questionId),
                "What you wrote is on its way to us.",
                ct
            )
            : NotFound();

    private bool May(QuestionVerb verb) =>
        QuestionMachine.Table.Against(Thread.Line.State, verb, Role).Count == 0;

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await reads.OwnOneAsync(id, Actor, ct) is not { } thread)
            return false;
        Thread = thread;
        return true;
    }
}

/// <summary>Whoever asked ends it: the answer settled it, or none is needed any more.</summary>
public abstract class EndQuestionPage(
    QuestionReads reads,
    SettleQuestion settle,
    WithdrawQuestion withdraw
) : FormPage
{
    public QuestionThread Thread { get; private set; } = null!;

    public Role Role => Actor.Role;

    public bool Settles => Thread.Line.State == QuestionState.Answered;

    public bool Over => Thread.Line.State is QuestionState.Settled or QuestionState.Withdrawn;

    public async Task<IActionResult> OnGetAsync(Guid questionId, CancellationToken ct) =>
        await LoadAsync(questionId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid questionId, CancellationToken ct) =>
        await LoadAsync(questionId, ct)
            ? await SendAsync(
                token =>
                    Settles
                        ? settle.RunAsync(questionId, Actor, token)
                        : withdraw.RunAsync(questionId, Actor, token),
                QuestionLinks.Own(Role),
                Settles ? "Your question is settled." : "You took your question back.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await reads.OwnOneAsync(id, Actor, ct) is not { } thread)
            return false;
        Thread = thread;
        return true;
    }
}
