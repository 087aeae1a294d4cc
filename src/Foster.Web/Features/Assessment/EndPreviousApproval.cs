using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="Reason">Why the day on record changes, or what it changes; not needed for a first day ahead.</param>
public sealed record EndPreviousApprovalInput(
    Guid PreviousApprovalId,
    DateOnly On,
    string? Reason = null
);

/// <summary>
/// The approval by another service ends on this day; nobody is approved here before it (R-TRF-01). Where the day decides
/// whether its reference is mandatory (R-TRF-05), the check comes or goes with it.
/// </summary>
public sealed class EndPreviousApproval(
    FosterDb db,
    FormerReference reference,
    Stage1Completion completion,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        EndPreviousApprovalInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var approval = await db.Set<PreviousApproval>()
            .SingleOrDefaultAsync(p => p.Id == input.PreviousApprovalId, ct);
        if (approval is null)
            return Result.Refused("This approval is not open to you.");
        var application = await db.Set<Application>()
            .SingleAsync(a => a.CaseId == approval.CaseId, ct);
        var applied = application.ReceivedOn ?? application.CreatedOn;
        var (before, was) = (approval.EndedOn, approval.IsRecent(applied));
        var turns = was != PreviousApproval.IsRecent(input.On, applied);
        var against = Against(application, turns, actor);
        if (turns || (before is { } on && on != input.On))
            against.AddRange(AssessmentReasons.Against(input.Reason));
        if (against.Count > 0)
            return Result.Refused(against);
        await reference.EndAsync(approval, input.On, byTransfer: false, application, ct);
        await history.WriteAsync(
            actor,
            approval.CaseId,
            new HistoryNote(
                "approval.elsewhere-ends",
                $"The approval by another service ends on {BritishDate.Long(input.On)}"
            )
            {
                PersonId = approval.PersonId,
                From = before is { } day ? BritishDate.Long(day) : null,
                To = BritishDate.Long(input.On),
                Reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim(),
                ForApplicant = "We noted when your approval by another service ends",
                Rules = turns ? ["R-TRF-01", "R-TRF-05"] : ["R-TRF-01"],
            },
            ct
        );
        await completion.IfCompleteAsync(application, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private static List<Refusal> Against(Application application, bool turns, Actor actor)
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            against.Add(
                new Refusal(
                    "Only the assessor or the team manager records when it ends.",
                    "R-TRF-01"
                )
            );
        if (!application.IsOpen)
            against.Add(
                new Refusal(
                    $"The application is {ApplicationMachine.Words(application.State)}, so this day stays as it is.",
                    "R-TRF-01"
                )
            );
        else if (turns && application.ReportSharedOn is not null)
            against.Add(
                new Refusal(
                    "This day changes whether that service's reference is mandatory, and the report is shared already. Tell the team manager: the case has to come back to the assessment first.",
                    "R-TRF-05",
                    "on"
                )
            );
        return against;
    }
}
