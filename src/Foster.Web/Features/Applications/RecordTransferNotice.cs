using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="On">The day the placing authority received the notice.</param>
public sealed record RecordTransferNoticeInput(Guid CaseId, DateOnly On);

/// <summary>With a child placed: written notice to the current service and the placing authority, which meets within 28 days (R-TRF-03, X-36).</summary>
public sealed class RecordTransferNotice(
    FosterDb db,
    TransferBook book,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        RecordTransferNoticeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await book.FindAsync(input.CaseId, ct) is not { } transfer)
            return TransferBook.None;
        var before = transfer.State;
        var given = transfer.GiveNotice(
            actor,
            input.On,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!given.Ok)
            return given;
        await deadlines.OpenAsync(
            transfer.CouncilId,
            transfer.CaseId,
            transfer.Id,
            DeadlineRules.TransferMeeting,
            input.On,
            actor.Role,
            ct,
            forApplicant: "The authority that placed the child holds the meeting about your move"
        );
        await history.WriteAsync(
            actor,
            transfer.CaseId,
            new HistoryNote(
                "transfer.notice",
                "Notice of the move was given to the placing authority"
            )
            {
                OccurredOn = input.On,
                From = before,
                To = transfer.State,
                ForApplicant = "You gave notice that you think of moving to us",
                Rules = ["R-TRF-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
