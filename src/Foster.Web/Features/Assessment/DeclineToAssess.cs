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

/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
public sealed record DeclineToAssessInput(
    Guid CaseId,
    DateOnly On,
    string Code,
    string Reason,
    string? LetterRead = null
);

/// <summary>
/// The service decides not to assess (T-APP-03). It is no qualifying determination: the letter gives reasons and the
/// complaints route and nothing else (R-APP-03).
/// </summary>
public sealed class DeclineToAssess(
    FosterDb db,
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
        DeclineToAssessInput input,
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
                ApplicationVerb.DeclineToAssess,
                actor.Role
            ),
            .. await AgainstAsync(input, letter, actor, ct),
        ];
        return against.Count > 0 ? Result<LetterDraft>.Refused(against) : letter;
    }

    public async Task<Result> RunAsync(
        DeclineToAssessInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await FindAsync(input.CaseId, ct) is not { } application)
            return Result.Refused(NotOpen);
        var letter = await LetterAsync(input, ct);
        var declined = application.DeclineToAssess(
            actor,
            input.On,
            [
                .. await AgainstAsync(input, letter, actor, ct),
                .. letter.AgainstUnread(input.LetterRead),
            ]
        );
        if (!declined.Ok)
            return declined;
        await letters.IssueAsync(letter, actor, ct);
        db.Add(
            AssessmentDecision.Of(
                AssessmentStep.DeclineToAssess,
                actor,
                input.CaseId,
                input.On,
                input.Code,
                input.Reason
            )
        );
        await deadlines.MeetAsync(input.CaseId, DeadlineRules.DecisionToAssess, input.On, ct);
        await deadlines.CancelAllAsync(
            input.CaseId,
            "The application was declined before assessment.",
            ct
        );
        await deadlines.OpenAsync(
            application.CouncilId,
            input.CaseId,
            application.Id,
            DeadlineRules.ApplicantRecordKept,
            input.On,
            Role.System,
            ct
        );
        await documents.OfCaseAsync(
            input.CaseId,
            "No paper is needed any more: the application was declined before assessment.",
            ct
        );
        var found = await db.Set<Case>().SingleAsync(c => c.Id == input.CaseId, ct);
        found.ClosedOn = input.On;
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("application.declined", "Decided not to assess")
            {
                OccurredOn = input.On,
                From = ApplicationState.Submitted,
                To = application.State,
                ReasonCode = input.Code,
                Reason = input.Reason,
                Rules = ["T-APP-03", "R-APP-03", "R-REC-04"],
                ForApplicant = "We decided not to go on to an assessment. A letter tells you why",
                Payload = new { Letter = letter.Template.Key, Words = letter.Version },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private Task<Application?> FindAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Application>().SingleOrDefaultAsync(a => a.CaseId == caseId, ct);

    private Task<LetterDraft> LetterAsync(DeclineToAssessInput input, CancellationToken ct) =>
        press.DraftAsync(
            input.CaseId,
            DecisionLetters.Declined,
            values => values.Reasons(input.Reason),
            ct
        );

    private async Task<IReadOnlyList<Refusal>> AgainstAsync(
        DeclineToAssessInput input,
        LetterDraft letter,
        Actor actor,
        CancellationToken ct
    ) =>
        [
            .. await backDating.AgainstAsync(input.On, actor, ct),
            .. AssessmentReasons.Against(AssessmentReasons.Decline, input.Code),
            .. AssessmentReasons.Against(input.Reason),
            .. letter.Template.NeverSaid(input.Reason, "reason"),
        ];
}
