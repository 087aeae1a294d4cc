using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <param name="Outcome">To approve or not; putting off is DeferItem.</param>
public sealed record RecordRecommendationInput(
    Guid ItemId,
    RecommendationOutcome Outcome,
    string Reasons,
    ApprovalTerms? Terms,
    string? Dissent
);

/// <summary>
/// Writes down what panel recommends, at the meeting or after it. The eight months are met on the day of the meeting
/// (R-APP-01); the application moves on when the chair signs the minutes (T-APP-11).
/// </summary>
public sealed class RecordRecommendation(
    FosterDb db,
    ItemReads items,
    DutyReads duties,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        RecordRecommendationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, application))
            return Result.Refused("This item is not open to you.");
        var seats = await items.SeatsAsync(item.Id, meeting.Id, ct);
        var against = new List<Refusal>(await duties.AgainstAdvisingAsync(item.CaseId, actor, ct));
        against.AddRange(Against(input, meeting, application));
        if (meeting.AttendanceOn is null)
            against.Add(new Refusal("Record who came to the meeting first.", "R-VAL-11"));
        else
            against.AddRange(Quorum.Against(seats, meeting.IsJoint));
        var heard = item.Hear(actor, clock.Today, against);
        if (!heard.Ok)
            return heard;
        var recommendation = new Recommendation
        {
            CouncilId = actor.CouncilId,
            CaseId = item.CaseId,
            ItemId = item.Id,
            Outcome = input.Outcome,
            On = meeting.On,
            Reasons = input.Reasons.Trim(),
            Terms = input.Outcome == RecommendationOutcome.Approve ? input.Terms : null,
            Dissent = input.Dissent,
            HeadId = Quorum.Head(seats)!.AccountId,
            MembersCounted = seats.Count(s => s.Counts),
            RecordedAt = clock.Now,
            RecordedById = actor.AccountId,
            RecordedBy = actor.Name,
        };
        db.Add(recommendation);
        await items.MeetPanelClocksAsync(item.CaseId, meeting.On, ct);
        await deadlines.OpenAsync(
            actor.CouncilId,
            item.CaseId,
            item.Id,
            DeadlineRules.PanelMinutes,
            meeting.On,
            Role.PanelAdviser,
            ct
        );
        await history.WriteAsync(actor, item.CaseId, Note(recommendation), ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private List<Refusal> Against(
        RecordRecommendationInput input,
        PanelMeeting meeting,
        Application application
    )
    {
        var against = new List<Refusal>(Reasons.Against(input.Reasons));
        if (meeting.On > clock.Today)
            against.Add(new Refusal("The meeting has not taken place yet.", "R-VAL-04"));
        if (application.State != ApplicationState.ReadyForPanel)
            against.Add(
                new Refusal(
                    $"The application is {ApplicationMachine.Words(application.State)}.",
                    "T-APP-11"
                )
            );
        if (application.ReportSharedOn is { } shared && meeting.On < shared)
            against.Add(new Refusal("The meeting was before the report was shared.", "R-VAL-04"));
        if (input.Outcome == RecommendationOutcome.Defer)
            against.Add(new Refusal("To put the item off, defer it.", "R-PANEL-13", "outcome"));
        if (input is { Outcome: RecommendationOutcome.Approve, Terms: null })
            against.Add(
                new Refusal("Say on which terms panel recommends.", "R-PANEL-12", "max-children")
            );
        if (input is { Outcome: RecommendationOutcome.Approve, Terms: { } terms })
            against.AddRange(terms.Against());
        return against;
    }

    private static HistoryNote Note(Recommendation recommendation) =>
        new("panel.recommended", $"Panel recommended: {recommendation.Outcome.Title()}")
        {
            OccurredOn = recommendation.On,
            ForApplicant = "Panel has considered your application",
            ReasonCode = recommendation.Outcome.ToString(),
            Reason =
                recommendation.Reasons.Length <= 4_000
                    ? recommendation.Reasons
                    : recommendation.Reasons[..4_000],
            Rules = ["R-PANEL-05", "R-PANEL-12", "R-APP-01"],
            Payload = new { recommendation.Id, recommendation.MembersCounted },
        };
}
