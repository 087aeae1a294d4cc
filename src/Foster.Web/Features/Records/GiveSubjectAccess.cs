using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

public sealed record GiveSubjectAccessInput(Guid AccessId);

/// <summary>
/// Hands out an approved copy as one file, and ends the clock (R-DP-08). Handing it out again is recorded again.
/// </summary>
public sealed class GiveSubjectAccess(
    FosterDb db,
    SubjectAccessActs acts,
    SubjectAccessBundle bundle,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result<AccessBundle>> RunAsync(
        GiveSubjectAccessInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.AccessId, ct) is not { } access)
            return Result<AccessBundle>.Refused(SubjectAccessActs.Nobody);
        var result = access.Give(actor, clock.Today, RecordsWords.AgainstOfficer(actor));
        if (!result.Ok)
            return Result<AccessBundle>.Refused(result.Refusals);
        var made = await bundle.MakeAsync(access, ct);
        await acts.MeetAsync(access, clock.Today, ct);
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote("records.access-given", $"A copy of {made.Rows} rows was handed out")
            {
                PersonId = access.PersonId,
                ForApplicant = "The copy of what we store about you is ready",
                Rules = ["R-DP-08", "R-REC-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return made;
    }
}
