using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record RecordTransferMeetingInput(
    Guid CaseId,
    DateOnly On,
    TransferAttendees Attendees,
    string? Absent,
    TransferOutputs Outputs
);

/// <summary>The meeting about a move with a child placed was held: who was there, and what came of it (R-TRF-04).</summary>
public sealed class RecordTransferMeeting(
    FosterDb db,
    TransferBook book,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        RecordTransferMeetingInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await book.FindAsync(input.CaseId, ct) is not { } transfer)
            return TransferBook.None;
        var before = transfer.State;
        var held = transfer.HoldMeeting(
            actor,
            input.On,
            input.Attendees,
            input.Absent,
            input.Outputs,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!held.Ok)
            return held;
        await deadlines.MeetAsync(
            transfer.CaseId,
            DeadlineRules.TransferMeeting,
            input.On,
            ct,
            transfer.Id
        );
        await history.WriteAsync(
            actor,
            transfer.CaseId,
            new HistoryNote("transfer.meeting", "The meeting about the move was held")
            {
                OccurredOn = input.On,
                From = before,
                To = transfer.State,
                ForApplicant = "The meeting about your move was held",
                Rules = ["R-TRF-03", "R-TRF-04"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
