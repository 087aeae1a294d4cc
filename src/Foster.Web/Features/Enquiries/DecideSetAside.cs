using System.Text.Json;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

public sealed record LetInSetAsideInput(Guid SetAsideId);

/// <summary>
/// What was set aside came from a person: it becomes an ordinary enquiry, whose clock began when it was sent (R-ENQ-02),
/// or the wish to be asked again that it was.
/// </summary>
public sealed class LetInSetAside(
    FosterDb db,
    SubmitEnquiry submit,
    LeaveKeepWarm leave,
    CaseHistory history,
    CouncilHistory council,
    LondonClock clock
)
{
    /// <summary>The enquiry that it became; null where it was a wish to be asked again.</summary>
    public async Task<Result<SubmittedEnquiry?>> RunAsync(
        LetInSetAsideInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var row = await db.Set<SetAsideForm>().SingleAsync(s => s.Id == input.SetAsideId, ct);
        var decided = row.Decide(SetAsideVerb.LetIn, actor, clock.Now, null);
        if (!decided.Ok)
            return Result<SubmittedEnquiry?>.Refused(decided.Refusals);
        council.Write(
            actor,
            row.Id,
            new HistoryNote("set-aside.let-in", "A form that was set aside was let in")
            {
                Rules = ["R-ENQ-01"],
            }
        );
        if (row.Kind is SetAsideKind.KeepWarm)
        {
            var left = await leave.RunAsync(
                // The month was chosen when it was sent, and so was the consent given (M-HUB-10).
                JsonSerializer.Deserialize<LeaveKeepWarmInput>(row.Content)! with
                {
                    SentAt = row.ReceivedAt,
                },
                Actor.Anyone(row.CouncilId),
                ct
            );
            return left.Ok
                ? Result.Of<SubmittedEnquiry?>(null)
                : Result<SubmittedEnquiry?>.Refused(left.Refusals);
        }
        var enquiry = JsonSerializer.Deserialize<SubmitEnquiryInput>(row.Content)! with
        {
            ReceivedAt = row.ReceivedAt,
            As = new(row.CaseId, row.EnquiryId, row.ApplicantId, row.Reference),
        };
        // However long it lay here, it arrived when it was sent.
        var sent = await submit.RunAsync(enquiry, Actor.System(row.CouncilId), ct);
        if (!sent.Ok)
            return Result<SubmittedEnquiry?>.Refused(sent.Refusals);
        await history.WriteAsync(
            actor,
            row.CaseId,
            new HistoryNote(
                "enquiry.let-in",
                "It had been set aside as possible spam and was let in"
            )
            {
                Rules = ["R-ENQ-01", "R-ENQ-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Of<SubmittedEnquiry?>(sent.Value);
    }
}

public sealed record BinSetAsideInput(Guid SetAsideId, string Reason);

/// <summary>It was spam: it is thrown away with a reason, its sender's link ends, and it is erased after a month.</summary>
public sealed class BinSetAside(FosterDb db, Links links, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(BinSetAsideInput input, Actor actor, CancellationToken ct)
    {
        var row = await db.Set<SetAsideForm>().SingleAsync(s => s.Id == input.SetAsideId, ct);
        if (ReasonRule.Against(input.Reason) is { Count: > 0 } against)
            return Result.Refused(against);
        var decided = row.Decide(SetAsideVerb.Bin, actor, clock.Now, input.Reason);
        if (!decided.Ok)
            return decided;
        history.Write(
            actor,
            row.Id,
            new HistoryNote("set-aside.binned", "A form that was set aside was thrown away")
            {
                ReasonCode = "spam",
                Reason = input.Reason,
                Rules = ["R-ENQ-01"],
            }
        );
        if (row.Kind is SetAsideKind.Enquiry)
            await links.EndAsync(LinkPurpose.EnquiryStatus, row.EnquiryId, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
