using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

public sealed record ConfirmErasureInput(Guid ItemId);

/// <summary>
/// A records officer says that proposed records may go (R-DP-11). They are erased by the next run, which looks once more
/// whether their time is over and nothing is on hold.
/// </summary>
public sealed class ConfirmErasure(
    FosterDb db,
    RetentionClock retention,
    RetentionStops stops,
    CouncilHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(ConfirmErasureInput input, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<RetentionItem>().SingleOrDefaultAsync(i => i.Id == input.ItemId, ct)
                is not { } item
            || db.Scope.HiddenCases.Contains(item.CaseId)
        )
            return Result.Refused("These records are not open to you.");
        var due = await retention.OfAsync(item.What, item.SubjectId, ct);
        var result = item.Confirm(
            actor,
            clock.Now,
            [
                .. RecordsWords.AgainstOfficer(actor),
                .. due is null || due.DueOn > clock.Today
                    ? new[]
                    {
                        new Refusal(
                            due is null
                                ? "Their time is not over any more."
                                : $"They are kept to the end of {BritishDate.Long(due.KeptTo)}.",
                            item.RuleId
                        ),
                    }
                    : [],
                .. await stops.AgainstAsync(item.CaseId, ct),
            ]
        );
        if (!result.Ok)
            return result;
        history.Write(
            actor,
            item.Id,
            new HistoryNote(
                "records.confirmed",
                $"{item.Reference}: {actor.Name} confirmed that {RecordsWords.What(item.What)} is erased"
            )
            {
                Rules = [item.RuleId, "R-DP-11"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
