using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>The meeting on whose agenda a case stands, for whoever works on the case before it.</summary>
public sealed class PanelDays(FosterDb db) : IPanelDays
{
    public Task<DateOnly?> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        (
            from item in db.Set<PanelItem>()
            join meeting in db.Set<PanelMeeting>() on item.MeetingId equals meeting.Id
            where item.CaseId == caseId && item.EndedOn == null && meeting.CancelledOn == null
            select (DateOnly?)meeting.On
        ).MaxAsync(ct);
}
