using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

public sealed record WithdrawOwnCopyInput(Guid AccessId);

/// <summary>Who asked for a copy in their account no longer wants it; the clock ends (R-DP-08).</summary>
public sealed class WithdrawOwnCopy(
    FosterDb db,
    SubjectAccessActs acts,
    DeadlineBook deadlines,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        WithdrawOwnCopyInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.AccessId, ct) is not { } access)
            return Result.Refused(SubjectAccessActs.Nobody);
        var result = access.Withdraw(actor);
        if (!result.Ok)
            return result;
        foreach (
            var line in (DeadlineLine[])
                [DeadlineRules.SubjectAccess, DeadlineRules.SubjectAccessExtended]
        )
            await deadlines.CancelAsync(
                access.CaseId,
                line,
                "Withdrawn by who asked",
                ct,
                access.Id
            );
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote("records.access-withdrawn", "The request for a copy was withdrawn")
            {
                PersonId = access.PersonId,
                ForApplicant = "You withdrew your request for a copy",
                Rules = ["R-DP-08"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
