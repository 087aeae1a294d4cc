using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Messages;

public sealed record UseFostersWordsInput(string Key, string? Why = null);

/// <summary>Goes back to the words that Foster comes with, as a version of its own.</summary>
public sealed class UseFostersWords(FosterDb db, WordsAct act, CouncilHistory history)
{
    public async Task<Result> RunAsync(
        UseFostersWordsInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.Administrator))
            return Result.Refused(WordsAct.NotYours);
        if (WordsAct.Find(input.Key) is not { } template)
            return Result.Refused("The words of this kind of message cannot be changed.");
        if (WordsAct.AgainstWhy(input.Why).ToList() is { Count: > 0 } against)
            return Result.Refused(against);
        await act.AloneAsync(template, actor, ct);
        var before = await act.NewestAsync(template, actor, ct);
        if (before is null or { IsDefault: true })
            return Result.Refused("Foster’s own words are in use already.");
        var (id, note) = act.Add(
            template,
            before,
            template.Words,
            isDefault: true,
            input.Why,
            actor
        );
        history.Write(actor, id, note);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
