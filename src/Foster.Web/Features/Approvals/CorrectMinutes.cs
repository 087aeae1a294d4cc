using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="Text">How it is to be read.</param>
/// <param name="Why">What was wrong.</param>
public sealed record CorrectMinutesInput(Guid ItemId, string Text, string Why);

/// <summary>Adds to signed minutes what is to be read otherwise. The minutes stay as the chair signed them.</summary>
public sealed class CorrectMinutes(
    FosterDb db,
    ItemReads items,
    Correction correction,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(CorrectMinutesInput input, Actor actor, CancellationToken ct)
    {
        if (await items.LoadAsync(input.ItemId, ct) is not { } loaded)
            return Result.Refused("This item is not open to you.");
        var item = loaded.Item;
        var against = await correction.AgainstAsync(loaded, input.Why, actor, ct);
        if (string.IsNullOrWhiteSpace(input.Text))
            against.Add(new Refusal("Enter how it is to be read.", "R-PANEL-07", "text"));
        if (!await db.Set<Minutes>().AnyAsync(m => m.ItemId == item.Id && m.SignedOn != null, ct))
            against.Add(
                new Refusal(
                    "The minutes are not signed yet: change them where you write them.",
                    "R-PANEL-07"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new MinutesCorrection
            {
                CouncilId = actor.CouncilId,
                CaseId = item.CaseId,
                ItemId = item.Id,
                Text = input.Text.Trim(),
                Reason = input.Why.Trim(),
                RecordedAt = clock.Now,
                RecordedById = actor.AccountId,
                RecordedBy = actor.Name,
            }
        );
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote("panel.minutes-corrected", "The signed minutes have a correction")
            {
                ReasonCode = "recorded-wrongly",
                Reason = input.Why.Trim(),
                Rules = ["R-PANEL-07", "R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
