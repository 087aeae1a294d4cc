using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

public sealed record FinishAccessReviewInput(Guid AccessId);

/// <summary>Every row is decided: the copy goes to the second look (R-DP-09).</summary>
public sealed class FinishAccessReview(
    FosterDb db,
    SubjectAccessActs acts,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        FinishAccessReviewInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.AccessId, ct) is not { } access)
            return Result.Refused(SubjectAccessActs.Nobody);
        var undecided = await db.Set<SubjectAccessItem>()
            .CountAsync(i => i.AccessId == access.Id && i.Choice == AccessChoice.Undecided, ct);
        var missing = await acts.MissingAsync(access, ct);
        var result = access.FinishReview(
            actor,
            clock.Today,
            [
                .. RecordsWords.AgainstOfficer(actor),
                .. undecided > 0
                    ? new[] { new Refusal($"{undecided} rows are not decided yet.", "R-DP-09") }
                    : [],
                .. missing.Count > 0
                    ? new[]
                    {
                        new Refusal(
                            $"{missing.Count} rows were stored since. Gather again first.",
                            "R-DP-08"
                        ),
                    }
                    : [],
            ]
        );
        if (!result.Ok)
            return result;
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote("records.access-reviewed", "A copy of what is stored was reviewed")
            {
                Rules = ["R-DP-09"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
