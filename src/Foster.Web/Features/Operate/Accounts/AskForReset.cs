using Foster.Web.Features.Operate.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Accounts;

/// <param name="Name">A sign-in name or an e-mail address, which may be nobody's.</param>
public sealed record AskForResetInput(string Name);

/// <summary>
/// Sends the link with which a new password is set. Whoever asks learns nothing: the answer is the same and the work is
/// the same whether or not there is such an account.
/// </summary>
public sealed class AskForReset(
    FosterDb db,
    SignIns signIns,
    ActorSource actors,
    Links links,
    Throttle throttle,
    CouncilHistory history,
    Outbox outbox,
    IOptions<SiteOptions> site
)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    public async Task<Result> RunAsync(AskForResetInput input, Actor actor, CancellationToken ct)
    {
        var account = await signIns.NamedAsync(input.Name, ct);
        var places = await signIns.PositionsAsync(account?.Id ?? Guid.Empty, ct);
        // Mail is limited as guesses are; over the limit the words stay the same and nothing is sent.
        if (!await throttle.AdmitAsync(TryKind.Mail, account?.Id.ToString() ?? input.Name, ct))
            return Result.Done;
        var known = account is { IsDisabled: false, Email: not null } && places.Count > 0;
        // For an unknown name a link is made that nobody is ever told, so that the time says nothing.
        var councilId = known ? places[0].CouncilId : actor.CouncilId;
        var secret = await links.IssueAsync(
            LinkPurpose.PasswordReset,
            councilId,
            Guid.Empty,
            known ? account!.Id : Guid.CreateVersion7(),
            null,
            Life,
            ct
        );
        if (known)
        {
            actors.Anyone(councilId);
            var council = await db.Set<Council>()
                .AsNoTracking()
                .SingleAsync(c => c.Id == councilId, ct);
            history.Write(
                actor with
                {
                    CouncilId = councilId,
                },
                account!.Id,
                new HistoryNote("account.reset-asked", "A link for a new password was asked for")
            );
            outbox.Post(
                councilId,
                null,
                AccountEmails.Reset(
                    new AccountMailTo(
                        account.Email!,
                        account.DisplayName,
                        council,
                        site.Value.ServiceName
                    ),
                    links.Absolute($"/reset-password/{secret}"),
                    (int)Life.TotalHours
                )
            );
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
