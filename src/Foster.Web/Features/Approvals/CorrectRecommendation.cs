using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <param name="Why">What was wrong with the entry before.</param>
public sealed record CorrectRecommendationInput(
    Guid ItemId,
    RecommendationOutcome Outcome,
    string Reasons,
    ApprovalTerms? Terms,
    string? Dissent,
    string Why
);

/// <summary>Puts a recommendation that was written down wrongly right by a further entry. The earlier one stays to be read.</summary>
public sealed class CorrectRecommendation(
    FosterDb db,
    ItemReads items,
    Correction correction,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        CorrectRecommendationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await items.LoadAsync(input.ItemId, ct) is not { } loaded)
            return Result.Refused("This item is not open to you.");
        var item = loaded.Item;
        var against = await correction.AgainstAsync(loaded, input.Why, actor, ct);
        against.AddRange(Against(input));
        var earlier = await items.RecommendationAsync(item.Id, ct);
        if (earlier is null)
            against.Add(new Refusal("Panel has not recommended on this item.", "R-PANEL-12"));
        if (against.Count > 0)
            return Result.Refused(against);
        var entry = new Recommendation
        {
            CouncilId = actor.CouncilId,
            CaseId = item.CaseId,
            ItemId = item.Id,
            Outcome = input.Outcome,
            On = earlier!.On,
            Reasons = input.Reasons.Trim(),
            Terms = input.Outcome == RecommendationOutcome.Approve ? input.Terms : null,
            Dissent = input.Dissent,
            HeadId = earlier.HeadId,
            MembersCounted = earlier.MembersCounted,
            RecordedAt = clock.Now,
            RecordedById = actor.AccountId,
            RecordedBy = actor.Name,
            CorrectsId = earlier.Id,
            CorrectionReason = input.Why.Trim(),
        };
        db.Add(entry);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.recommendation-corrected",
                $"What panel recommended was recorded wrongly and is corrected: {entry.Outcome.Title()}"
            )
            {
                From = earlier.Outcome,
                To = entry.Outcome,
                ReasonCode = "recorded-wrongly",
                Reason = entry.CorrectionReason,
                Rules = ["R-PANEL-07", "R-PANEL-12", "R-VAL-06"],
                Payload = new { entry.Id, Corrects = earlier.Id },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private static IEnumerable<Refusal> Against(CorrectRecommendationInput input)
    {
        foreach (var refusal in Reasons.Against(input.Reasons))
            yield return refusal;
        if (input.Outcome == RecommendationOutcome.Defer)
            yield return new Refusal(
                "Panel heard the item, so it was not deferred.",
                "R-PANEL-13",
                "outcome"
            );
        if (input is { Outcome: RecommendationOutcome.Approve, Terms: null })
            yield return new Refusal(
                "Say on which terms panel recommends.",
                "R-PANEL-12",
                "max-children"
            );
        if (input is { Outcome: RecommendationOutcome.Approve, Terms: { } terms })
            foreach (var refusal in terms.Against())
                yield return refusal;
    }
}
