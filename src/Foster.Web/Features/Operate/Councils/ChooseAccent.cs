using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

public sealed record ChooseAccentInput(Accent Accent);

/// <summary>Chooses the colour of the council's pages.</summary>
public sealed class ChooseAccent(FosterDb db, CouncilHistory history)
{
    public async Task<Result> RunAsync(ChooseAccentInput input, Actor actor, CancellationToken ct)
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        if (!Enum.IsDefined(input.Accent))
            return Result.Refused("Choose one of the colours", null, "colour");
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        if (council.Accent == input.Accent)
            return Result.Done;
        history.Write(
            actor,
            council.Id,
            new HistoryNote(
                "council.colour",
                $"Colour changed from {council.Accent?.ToString() ?? "the installation’s"} to {input.Accent}"
            )
        );
        council.Accent = input.Accent;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
