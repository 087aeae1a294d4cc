using Foster.Web.Features.Messages.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Messages;

public sealed record SendTestMessageInput(string Key);

/// <summary>
/// Sends the words in use with examples to the address of whoever asks, and to no other. Too many are stopped for a while.
/// </summary>
public sealed class SendTestMessage(
    FosterDb db,
    WordsAct act,
    Outbox outbox,
    Throttle throttle,
    CouncilHistory history
)
{
    public async Task<Result> RunAsync(
        SendTestMessageInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.Administrator))
            return Result.Refused(WordsAct.NotYours);
        if (WordsAct.Find(input.Key) is not { } template || template is LetterTemplate)
            return Result.Refused("The words of this kind of message cannot be changed.");
        var to = await db
            .Users.Where(a => a.Id == actor.AccountId)
            .Select(a => a.Email)
            .SingleOrDefaultAsync(ct);
        if (to is null)
            return Result.Refused("Your account has no e-mail address to which it could go.");
        if (!await throttle.AdmitAsync(TryKind.Mail, $"test-message {actor.AccountId}", ct))
            return Result.Refused(
                "You have sent many test messages within a short time. Try again in ten minutes."
            );
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var own = await act.NewestAsync(template, actor, ct) is { IsDefault: false } newest
            ? newest
            : null;
        var words = (own?.Words ?? template.Words).Filled(MailValues.Examples(council, template));
        outbox.Post(actor.CouncilId, null, TestEmail.Of(to, words, own?.Number));
        history.Write(
            actor,
            actor.AccountId,
            new HistoryNote(
                "council.message-test",
                $"Test of the message “{template.Name}” sent to their own address"
            )
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
