using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

public sealed record GatherAgainInput(Guid AccessId);

/// <summary>Adds what was stored since a copy was gathered (R-DP-08).</summary>
public sealed class GatherAgain(FosterDb db, SubjectAccessActs acts, CaseHistory history)
{
    public async Task<Result> RunAsync(GatherAgainInput input, Actor actor, CancellationToken ct)
    {
        if (await acts.FindAsync(input.AccessId, ct) is not { } access)
            return Result.Refused(SubjectAccessActs.Nobody);
        List<Refusal> against =
        [
            .. access.Against(AccessVerb.Gather, actor.Role),
            .. RecordsWords.AgainstOfficer(actor),
        ];
        if (against.Count > 0)
            return Result.Refused(against);
        var found = await acts.GatherAsync(access, ct);
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote("records.access-gathered", $"{found} more rows gathered for a copy")
            {
                Rules = ["R-DP-08"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
