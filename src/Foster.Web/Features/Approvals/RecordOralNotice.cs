using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record RecordOralNoticeInput(Guid CaseId, DateOnly On);

/// <summary>Writes down when the applicants were told the outcome by word of mouth (R-ADM-04).</summary>
public sealed class RecordOralNotice(
    FosterDb db,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    /// <summary>Who may tell them.</summary>
    public static IReadOnlyList<Role> By { get; } =
    [Role.Assessor, Role.TeamManager, Role.PanelAdviser];

    public async Task<Result> RunAsync(
        RecordOralNoticeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var notice = await db.Set<OutcomeNotice>()
            .SingleOrDefaultAsync(n => n.CaseId == input.CaseId, ct);
        if (notice is null)
            return Result.Refused("There is no decision to tell in this case.");
        var against = new List<Refusal>(await backDating.AgainstAsync(input.On, actor, ct));
        if (!By.Contains(actor.Role))
            against.Add(
                new Refusal("The assessor, team manager or panel adviser tells them.", "R-ADM-04")
            );
        var told = notice.TellOrally(input.On, actor.Name, against);
        if (!told.Ok)
            return told;
        await deadlines.MeetAsync(
            input.CaseId,
            DeadlineRules.OralOutcome,
            input.On,
            ct,
            notice.DecisionId
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("decision.told", "Outcome told by word of mouth")
            {
                OccurredOn = input.On,
                ForApplicant = "We told you the decision",
                Rules = ["R-ADM-04"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
