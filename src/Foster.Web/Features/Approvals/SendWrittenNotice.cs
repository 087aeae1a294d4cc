using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record SendWrittenNoticeInput(Guid CaseId);

/// <summary>Sends each applicant the notice of approval with its terms (R-ADM-04, R-ADM-05).</summary>
public sealed class SendWrittenNotice(
    FosterDb db,
    IssueLetter issueLetter,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory history
)
{
    public const string LetterKind = "approval.notice";

    public async Task<Result> RunAsync(
        SendWrittenNoticeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await (
            from n in db.Set<OutcomeNotice>()
            join d in db.Set<Decision>() on n.DecisionId equals d.Id
            where n.CaseId == input.CaseId
            select new { Notice = n, Decision = d }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return Result.Refused("There is no decision to send in this case.");
        if (!actor.Is(Role.PanelAdviser, Role.TeamManager))
            return Result.Refused(
                "The panel adviser or the team manager sends the notice.",
                "R-ADM-04"
            );
        var today = clock.Today;
        var told = found.Notice.TellInWriting(today, actor.Name);
        if (!told.Ok)
            return told;
        await issueLetter.RunAsync(
            new(
                input.CaseId,
                LetterKind,
                "Your approval as a foster carer",
                Body(found.Decision.Terms!, found.Decision.DecidedOn)
            ),
            actor,
            ct
        );
        await deadlines.MeetAsync(
            input.CaseId,
            DeadlineRules.WrittenOutcome,
            today,
            ct,
            found.Notice.DecisionId
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("decision.notice-sent", "Notice of approval sent in writing")
            {
                OccurredOn = today,
                ForApplicant = "We sent you the decision in writing",
                Rules = ["R-ADM-04", "R-ADM-05"],
                Payload = new { Letter = LetterKind },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>What the letter says between greeting and signature.</summary>
    public static string Body(ApprovalTerms terms, DateOnly decidedOn) =>
        $"""
        We are pleased to tell you that our agency decision maker approved you as a foster carer on {BritishDate.Long(
            decidedOn
        )}.

        You are approved for: {terms.InWords()}.

        What happens next: we will ask you to sign a foster care agreement with us. No child can be placed with you before everybody has signed it. Your supervising social worker will call you to arrange this.

        If anything in this letter is not as you expected, call us.
        """;
}
