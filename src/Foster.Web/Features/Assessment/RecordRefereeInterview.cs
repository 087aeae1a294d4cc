using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="Report">The written report; an empty line starts a new paragraph.</param>
/// <param name="Whole">The whole report is confidential.</param>
/// <param name="ConfidentialParagraphs">The numbers of the confidential paragraphs where not the whole is.</param>
public sealed record RecordRefereeInterviewInput(
    Guid RefereeId,
    DateOnly InterviewedOn,
    DateOnly ReportedOn,
    string Report,
    bool Whole,
    IReadOnlySet<int> ConfidentialParagraphs
);

/// <summary>A referee was interviewed and the report is written. A letter alone does not count (R-REF-01).</summary>
public sealed class RecordRefereeInterview(
    FosterDb db,
    RefereeAct referees,
    CaseReads cases,
    Stage1Completion completion,
    BackDating backDating,
    CaseHistory history,
    LondonClock clock
)
{
    /// <summary>Characters that a report has at the least.</summary>
    public const int LeastReport = 50;

    public async Task<Result> RunAsync(
        RecordRefereeInterviewInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var referee = await db.Set<Referee>()
            .SingleOrDefaultAsync(r => r.Id == input.RefereeId, ct);
        if (referee is null)
            return Result.Refused("This referee is not open to you.");
        var application = await db.Set<Application>()
            .SingleAsync(a => a.CaseId == referee.CaseId, ct);
        var earlier = await db.OfCaseAsync<RefereeInterview>(referee.CaseId, ct);
        var paragraphs = RefereeInterview.Split(
            input.Report,
            input.Whole,
            input.ConfidentialParagraphs
        );
        var against = new List<Refusal>();
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            against.Add(
                new Refusal(
                    "Only the assessor of the case, or the team manager for an earlier day, records interviews with referees.",
                    "R-REF-01"
                )
            );
        if (
            application.Stage1StartedOn is null
            || !application.IsOpen
            || application.ReportSharedOn is not null
        )
            against.Add(
                new Refusal(
                    "Referees are interviewed between the decision to assess and the sharing of the report.",
                    "R-REF-01"
                )
            );
        if (earlier.Any(i => i.RefereeId == referee.Id))
            against.Add(
                new Refusal("The interview with this referee is recorded already.", "R-REF-01")
            );
        else
            against.AddRange(
                RefereeMachine.Table.Against(referee.State, RefereeVerb.Interview, Role.Assessor)
            );
        if (input.InterviewedOn < referee.NominatedOn)
            against.Add(
                new Refusal(
                    $"The interview is before the day the referee was named, {BritishDate.Long(referee.NominatedOn)}.",
                    "R-VAL-03",
                    "interviewed"
                )
            );
        against.AddRange(await referees.AgainstConsentAsync(referee, ct, input.InterviewedOn));
        if (input.ReportedOn < input.InterviewedOn)
            against.Add(
                new Refusal("The report is dated before the interview.", "R-VAL-03", "reported")
            );
        if (input.Report.Trim().Length < LeastReport)
            against.Add(
                new Refusal(
                    $"Write the report of the interview, in at least {LeastReport} characters.",
                    "R-REF-01",
                    "report"
                )
            );
        if (input.ConfidentialParagraphs.Any(n => n < 1 || n > paragraphs.Count))
            against.Add(
                new Refusal(
                    $"The report has {paragraphs.Count} paragraphs. Use their numbers.",
                    "R-REF-05",
                    "confidential"
                )
            );
        against.AddRange(
            await backDating.AgainstInsteadAsync(
                "assessor",
                actor,
                ct,
                (input.InterviewedOn, "interviewed"),
                (input.ReportedOn, "reported")
            )
        );
        if (against.Count > 0)
            return Result.Refused(against);
        var interviewed = referee.Interview(actor, []);
        if (!interviewed.Ok)
            return interviewed;
        await referees.StopChasingAsync(referee, "The referee was interviewed.", ct);
        await referees.EndLinksAsync(referee, ct);
        db.Add(
            new RefereeInterview
            {
                CouncilId = referee.CouncilId,
                CaseId = referee.CaseId,
                RefereeId = referee.Id,
                InterviewedOn = input.InterviewedOn,
                ReportedOn = input.ReportedOn,
                Paragraphs = paragraphs,
                InterviewedBy = await InterviewerAsync(referee.CaseId, actor, ct),
            }
        );
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote(
                "referee.interviewed",
                "A referee was interviewed and the report is written"
            )
            {
                OccurredOn = input.InterviewedOn,
                Rules = ["R-REF-01", "R-REF-05"],
                ForApplicant = "We have talked with one of the people you named",
            },
            ct
        );
        await FollowAsync(
            [.. earlier.Select(i => i.ReportedOn), input.ReportedOn],
            referee.CaseId,
            actor,
            ct
        );
        await completion.IfCompleteAsync(application, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>The team manager writes down what the assessor of the case has done.</summary>
    private async Task<string> InterviewerAsync(Guid caseId, Actor actor, CancellationToken ct) =>
        actor.Is(Role.TeamManager)
        && (await cases.WorkersAsync(caseId, ct)).FirstOrDefault(w => w.Role == Role.Assessor)
            is { } assessor
            ? $"{assessor.Name}, recorded by {actor.Name}"
            : actor.Name;

    /// <summary>Enough interviews mark the check of the referees as received, on the day of the report that made it enough.</summary>
    private async Task FollowAsync(
        List<DateOnly> reports,
        Guid caseId,
        Actor actor,
        CancellationToken ct
    )
    {
        if (reports.Count < Stage1Reads.LeastInterviews)
            return;
        var on = reports.Order().ElementAt(Stage1Reads.LeastInterviews - 1);
        foreach (var check in await db.OfCaseAsync<Check>(caseId, ct))
            check.FollowInterviews(on, actor, clock.Today);
    }
}
