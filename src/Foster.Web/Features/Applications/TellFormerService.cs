using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record TellFormerServiceInput(Guid CaseId, DateOnly On);

/// <summary>They told their current service that they wish to move, with no child placed; the assessment may begin (R-TRF-02).</summary>
public sealed class TellFormerService(
    FosterDb db,
    TransferBook book,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        TellFormerServiceInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await book.FindAsync(input.CaseId, ct) is not { } transfer)
            return TransferBook.None;
        var before = transfer.State;
        var told = transfer.TellService(
            actor,
            input.On,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!told.Ok)
            return told;
        await history.WriteAsync(
            actor,
            transfer.CaseId,
            new HistoryNote("transfer.told", "Their current service knows of the move")
            {
                OccurredOn = input.On,
                From = before,
                To = transfer.State,
                ForApplicant = "Your current service knows that you wish to move",
                Rules = ["R-TRF-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
