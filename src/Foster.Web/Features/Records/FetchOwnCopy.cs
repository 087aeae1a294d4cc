using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

public sealed record FetchOwnCopyInput(Guid AccessId);

/// <summary>Who asked for a copy in their account downloads it once it is approved; each time is recorded (R-DP-08).</summary>
public sealed class FetchOwnCopy(
    FosterDb db,
    SubjectAccessActs acts,
    SubjectAccessBundle bundle,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result<AccessBundle>> RunAsync(
        FetchOwnCopyInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.AccessId, ct) is not { } access)
            return Result<AccessBundle>.Refused(SubjectAccessActs.Nobody);
        var result = access.Fetch(actor, clock.Today);
        if (!result.Ok)
            return Result<AccessBundle>.Refused(result.Refusals);
        var made = await bundle.MakeAsync(access, ct);
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote("records.access-given", $"A copy of {made.Rows} rows was downloaded")
            {
                PersonId = access.PersonId,
                ForApplicant = "You downloaded the copy of what we store about you",
                Rules = ["R-DP-08", "R-REC-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return made;
    }
}
