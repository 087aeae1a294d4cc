using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
public sealed record SendWrittenNoticeInput(Guid CaseId, string? LetterRead = null);

/// <summary>Sends each applicant the notice of approval with its terms (R-ADM-04, R-ADM-05).</summary>
public sealed class SendWrittenNotice(
    FosterDb db,
    LetterPress press,
    IssueLetter issueLetter,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory history
)
{
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
        var letter = await ApprovalLetter.DraftAsync(press, found.Decision, ct);
        if (letter.AgainstUnread(input.LetterRead) is { Count: > 0 } unread)
            return Result.Refused(unread);
        var told = found.Notice.TellInWriting(today, actor.Name);
        if (!told.Ok)
            return told;
        await issueLetter.IssueAsync(letter, actor, ct);
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
                Payload = new { Letter = letter.Template.Key, Words = letter.Version },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
