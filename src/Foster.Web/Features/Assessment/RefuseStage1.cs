using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="Reason">The reasons as the applicants read them in the letter.</param>
/// <param name="LegalCode">Needed where stage 2 is open (R-ASSESS-20).</param>
/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
public sealed record RefuseStage1Input(
    Guid CaseId,
    DateOnly On,
    string Code,
    string Reason,
    string? LegalCode,
    string? LetterRead = null
);

/// <summary>
/// The decision maker refuses at stage 1 (T-APP-07). There is no independent review of it (R-ASSESS-07); once stage 2 is
/// open and the ten working days are over only a report to panel leads to a refusal (R-ASSESS-20).
/// </summary>
public sealed class RefuseStage1(
    FosterDb db,
    AssessmentHandsReads hands,
    LetterPress press,
    IssueLetter letters,
    DeadlineBook deadlines,
    BackDating backDating,
    SettleDocuments documents,
    CaseHistory history
)
{
    private const string NotOpen = "This case is not open to you.";

    /// <summary>The letter as it would go out, or everything against it. Nothing is changed.</summary>
    public async Task<Result<LetterDraft>> DraftAsync(
        RefuseStage1Input input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await FindAsync(input.CaseId, ct) is not { } application)
            return Result<LetterDraft>.Refused(NotOpen);
        var letter = await LetterAsync(input, ct);
        List<Refusal> against =
        [
            .. ApplicationMachine.Table.Against(
                application.State,
                ApplicationVerb.RefuseStage1,
                actor.Role
            ),
            .. await AgainstAsync(application, input, letter, actor, ct),
        ];
        return against.Count > 0 ? Result<LetterDraft>.Refused(against) : letter;
    }

    public Task<Result> RunAsync(RefuseStage1Input input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => RefuseAsync(input, actor, ct), ct);

    private async Task<Result> RefuseAsync(
        RefuseStage1Input input,
        Actor actor,
        CancellationToken ct
    )
    {
        // Nobody takes the proposal back meanwhile.
        await db.AloneAsync(RefusalProposals.Word(input.CaseId), ct);
        if (await FindAsync(input.CaseId, ct) is not { } application)
            return Result.Refused(NotOpen);
        var letter = await LetterAsync(input, ct);
        var from = application.State;
        var refused = application.RefuseStage1(
            actor,
            input.On,
            [
                .. await AgainstAsync(application, input, letter, actor, ct),
                .. letter.AgainstUnread(input.LetterRead),
            ]
        );
        if (!refused.Ok)
            return refused;
        await letters.IssueAsync(letter, actor, ct);
        db.Add(
            AssessmentDecision.Of(
                AssessmentStep.RefuseStage1,
                actor,
                input.CaseId,
                input.On,
                input.LegalCode ?? input.Code,
                input.Reason
            )
        );
        await deadlines.MeetAsync(input.CaseId, DeadlineRules.Stage1Decision, input.On, ct);
        await deadlines.CancelAllAsync(input.CaseId, "The application was refused at stage 1.", ct);
        await deadlines.OpenAsync(
            application.CouncilId,
            input.CaseId,
            application.Id,
            DeadlineRules.ApplicantRecordKept,
            input.On,
            Role.System,
            ct
        );
        foreach (var check in (await db.OfCaseAsync<Check>(input.CaseId, ct)).Where(c => c.IsOpen))
            check.Cancel(Actor.System(actor.CouncilId));
        await documents.OfCaseAsync(
            input.CaseId,
            "No paper is needed any more: the application was refused at stage 1.",
            ct
        );
        (await db.Set<Case>().SingleAsync(c => c.Id == input.CaseId, ct)).ClosedOn = input.On;
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("stage1.refused", "Refused at stage 1")
            {
                OccurredOn = input.On,
                From = from,
                To = application.State,
                ReasonCode = input.LegalCode is null
                    ? input.Code
                    : $"{input.Code} {input.LegalCode}",
                Reason = input.Reason,
                Rules = ["T-APP-07", "R-ASSESS-04", "R-ASSESS-07", "R-REC-04"],
                ForApplicant = "We decided that we cannot go on. A letter tells you why",
                Payload = new { Letter = letter.Template.Key, Words = letter.Version },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private Task<Application?> FindAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Application>().SingleOrDefaultAsync(a => a.CaseId == caseId, ct);

    private Task<LetterDraft> LetterAsync(RefuseStage1Input input, CancellationToken ct) =>
        press.DraftAsync(
            input.CaseId,
            DecisionLetters.Stage1Refused,
            values => values.Reasons(input.Reason),
            ct
        );

    private async Task<IReadOnlyList<Refusal>> AgainstAsync(
        Application application,
        RefuseStage1Input input,
        LetterDraft letter,
        Actor actor,
        CancellationToken ct
    ) =>
        [
            .. await backDating.AgainstAsync(input.On, actor, ct),
            .. AssessmentReasons.Against(AssessmentReasons.Refuse, input.Code),
            .. AssessmentReasons.Against(input.Reason),
            .. letter.Template.NeverSaid(input.Reason, "reason"),
            .. await hands.AgainstAssessorAsync(input.CaseId, actor, "refuse", ct),
            .. await hands.AgainstDecidingAsync(input.CaseId, actor, ct),
            .. await AgainstWindowAsync(application, input, ct),
        ];

    private async Task<IReadOnlyList<Refusal>> AgainstWindowAsync(
        Application application,
        RefuseStage1Input input,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        var due = await db.Set<Deadline>()
            .Where(d => d.CaseId == input.CaseId && d.LineKey == DeadlineRules.Stage1Decision.Key)
            .OrderByDescending(d => d.TriggerOn)
            .Select(d => (DateOnly?)d.DueOn)
            .FirstOrDefaultAsync(ct);
        if (input.On > due)
            against.Add(
                new Refusal(
                    $"The ten working days for a stage 1 decision ended on {BritishDate.Long(due.Value)}. "
                        + "Only a report to panel can lead to a refusal now.",
                    "R-ASSESS-20"
                )
            );
        if (application.Stage2StartedOn is null)
            return against;
        against.AddRange(
            AssessmentReasons.Against(AssessmentReasons.Legal, input.LegalCode, "legal")
        );
        var proposed = await db.OfCaseAsync<AssessmentDecision>(input.CaseId, ct);
        if (proposed.OpenRefusals().All(d => d.Role != Role.TeamManager))
            against.Add(
                new Refusal(
                    "Stage 2 is open, so the team manager has to propose the refusal first.",
                    "R-ASSESS-20"
                )
            );
        return against;
    }
}
