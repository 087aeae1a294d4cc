using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>
/// The end of an enquiry stopped every clock of its case. The notice of a transfer stands all the same, and the meeting
/// is due on its old day when the enquiry goes on (R-TRF-03). The publisher saves.
/// </summary>
public sealed class OnEnquiryTakenUpAgain(FosterDb db, DeadlineBook deadlines)
    : IOn<EnquiryTakenUpAgain>
{
    public async Task HandleAsync(EnquiryTakenUpAgain happened, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<Transfer>().SingleOrDefaultAsync(t => t.CaseId == happened.CaseId, ct)
            is not { State: TransferState.NoticeGiven } transfer
        )
            return;
        var last = await db.Set<Deadline>()
            .Where(d => d.CaseId == happened.CaseId && d.SubjectId == transfer.Id)
            .Where(d => d.LineKey == DeadlineRules.TransferMeeting.Key)
            .OrderByDescending(d => d.Id)
            .FirstOrDefaultAsync(ct);
        if (last?.Status is DeadlineStatus.Cancelled)
            await deadlines.ResumeAsync(happened.CaseId, [last.Id], ct);
    }
}
