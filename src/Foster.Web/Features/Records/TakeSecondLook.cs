using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

public sealed record TakeSecondLookInput(Guid AccessId, bool Approve, string? Reason);

/// <summary>Somebody who did not review a copy approves it or sends it back (R-DP-09).</summary>
public sealed class TakeSecondLook(
    FosterDb db,
    SubjectAccessActs acts,
    CopyMail mail,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(TakeSecondLookInput input, Actor actor, CancellationToken ct)
    {
        if (await acts.FindAsync(input.AccessId, ct) is not { } access)
            return Result.Refused(SubjectAccessActs.Nobody);
        var against = SubjectAccessActs.AgainstSecondLook(access, actor);
        var result = input.Approve
            ? access.Approve(actor, clock.Today, against)
            : access.SendBack(
                actor,
                input.Reason ?? "",
                [.. against, .. ReasonRule.Against(input.Reason, "reason", "what has to change")]
            );
        if (!result.Ok)
            return result;
        var waits = input.Approve && access.IsByOwner;
        if (waits)
        {
            await acts.MeetAsync(access, clock.Today, ct);
            await mail.ReadyAsync(access, ct);
        }
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote(
                input.Approve ? "records.access-approved" : "records.access-sent-back",
                input.Approve
                    ? "A copy of what is stored was approved"
                    : "A copy of what is stored was sent back to review"
            )
            {
                PersonId = waits ? access.PersonId : null,
                ForApplicant = waits
                    ? "The copy of what we store about you is ready to download"
                    : null,
                Reason = input.Reason,
                Rules = ["R-DP-09"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
