using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Enquiries.LookUps;

/// <summary>A concern is the team manager's from now on, however it came to us (R-ENQ-10). Callers save.</summary>
public sealed class StopForConcern(DeadlineBook deadlines, CaseHistory history)
{
    public async Task AskAsync(LookUp concern, Actor actor, CancellationToken ct)
    {
        await deadlines.OpenAsync(
            concern.CouncilId,
            concern.CaseId,
            concern.Id,
            DeadlineRules.EnquiryConcern,
            concern.On,
            Role.TeamManager,
            ct
        );
        await history.WriteAsync(
            actor,
            concern.CaseId,
            new HistoryNote("concern.found", "A concern stops the enquiry")
            {
                OccurredOn = concern.On,
                Reason = concern.Note,
                Rules = ["R-ENQ-10"],
            },
            ct
        );
    }
}
