using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.People;

public sealed record AskFactorResetInput(Guid AccountId, string Reason);

/// <summary>The first of two administrators says that somebody lost what they show as a second step (R-SOD-07).</summary>
public sealed class AskFactorReset(
    FosterDb db,
    Colleagues colleagues,
    TellOwner tell,
    CouncilHistory history,
    LondonClock clock,
    IOptions<PeopleOptions> options
)
{
    public Task<Result> RunAsync(AskFactorResetInput input, Actor actor, CancellationToken ct) =>
        colleagues.AloneAsync(actor, () => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(
        AskFactorResetInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var account = await colleagues.FindAsync(input.AccountId, actor, ct);
        var against = Colleagues.Against(account, actor);
        against.AddRange(Colleagues.AgainstReason(input.Reason));
        if (account is { IsDisabled: true })
            against.Add(new Refusal("The account is disabled. Enable it first."));
        if (account is { PasswordHash: null })
            against.Add(
                new Refusal("They have not taken up their invitation yet. Send it again instead.")
            );
        var now = clock.Now;
        if (
            await db.Set<FactorReset>()
                .AnyAsync(
                    r => r.AccountId == input.AccountId && r.EndedAt == null && r.ExpiresAt > now,
                    ct
                )
        )
            against.Add(
                new Refusal("A reset is asked for already and waits for a second administrator.")
            );
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new FactorReset
            {
                CouncilId = actor.CouncilId,
                AccountId = account!.Id,
                AskedById = actor.AccountId,
                AskedBy = actor.Name,
                AskedAt = now,
                ExpiresAt = now.AddHours(options.Value.FactorResetHours),
                Reason = input.Reason,
            }
        );
        history.Write(
            actor,
            account.Id,
            new HistoryNote(
                "account.factor-reset-asked",
                $"Asked to reset the second step of {account.DisplayName}"
            )
            {
                Rules = ["R-SOD-07", "R-VAL-06"],
                Reason = input.Reason,
            }
        );
        await tell.OfAdministratorsActAsync(account, AccountNews.FactorResetAsked, actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
