using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Messages;

public sealed record PublishWordsInput(
    string Key,
    string Subject,
    string Body,
    string Text = "",
    string? Why = null
);

/// <summary>Uses a council's own words for a kind of message from now on. Earlier versions stay as they are.</summary>
public sealed class PublishWords(FosterDb db, WordsAct act, CouncilHistory history)
{
    public async Task<Result> RunAsync(PublishWordsInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.Administrator))
            return Result.Refused(WordsAct.NotYours);
        if (WordsAct.Find(input.Key) is not { } template)
            return Result.Refused("The words of this kind of message cannot be changed.");
        var words = new Wording(input.Subject, input.Body, input.Text);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        List<Refusal> against =
        [
            .. WordingCheck.Against(template, words, MailValues.Examples(council, template)),
            .. WordsAct.AgainstWhy(input.Why),
        ];
        if (against.Count > 0)
            return Result.Refused(against);
        await act.AloneAsync(template, actor, ct);
        var before = await act.NewestAsync(template, actor, ct);
        if (words == (before is { IsDefault: false } own ? own.Words : template.Words))
            return Result.Refused("These words are in use already.");
        var (id, note) = act.Add(template, before, words, isDefault: false, input.Why, actor);
        history.Write(actor, id, note);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
