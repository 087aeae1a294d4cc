using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Enquiries.Sources;

/// <summary>What became of a case, for the figures alone.</summary>
internal static class SourceRoad
{
    public static Task WentOnAsync(
        this DeskStage desk,
        FosterHost host,
        Guid caseId,
        bool visited,
        bool applied,
        bool approved
    ) =>
        host.InScopeAsync(async s =>
        {
            s.GetRequiredService<ActorSource>().System(desk.Council.Id);
            var db = s.GetRequiredService<FosterDb>();
            var (council, day) = (desk.Council.Id, new DateOnly(2026, 5, 11));
            if (visited)
                await db.Set<Enquiry>()
                    .Where(e => e.CaseId == caseId)
                    .ExecuteUpdateAsync(u => u.SetProperty(e => e.VisitedOn, day));
            db.Add(
                new Application
                {
                    CouncilId = council,
                    CaseId = caseId,
                    CreatedOn = day,
                }
            );
            if (approved)
            {
                var meeting = new PanelMeeting
                {
                    CouncilId = council,
                    On = day,
                    At = new(10, 0),
                    Place = "Town hall",
                    IsOnline = false,
                    IsJoint = false,
                    PapersDueOn = day,
                };
                var item = new PanelItem
                {
                    CouncilId = council,
                    CaseId = caseId,
                    MeetingId = meeting.Id,
                    Number = 1,
                    ListedOn = day,
                };
                db.AddRange(
                    meeting,
                    item,
                    new Decision
                    {
                        CouncilId = council,
                        CaseId = caseId,
                        ItemId = item.Id,
                        Outcome = DecisionOutcome.Approved,
                        Reasons = "A warm home",
                        DecidedOn = day,
                        RecordedAt = host.Clock.GetUtcNow().UtcDateTime,
                        DecidedById = Guid.NewGuid(),
                        DecidedBy = "Dora Demo-Decide",
                    }
                );
            }
            await db.SaveChangesAsync();
            if (applied)
                await db.Set<Application>()
                    .Where(a => a.CaseId == caseId)
                    .ExecuteUpdateAsync(u => u.SetProperty(a => a.ReceivedOn, day));
        });
}
