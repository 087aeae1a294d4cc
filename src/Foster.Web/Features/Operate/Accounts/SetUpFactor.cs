using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>What follows when an app or a passkey was set up: recovery codes with the first one, and a message.</summary>
public sealed class SetUpFactor(
    RecoveryCodes recovery,
    KnownDevices devices,
    SignIns signIns,
    TellOwner tell
)
{
    /// <returns>New recovery codes, to be shown now and never again; null where there are some already.</returns>
    public async Task<IReadOnlyList<string>?> DoneAsync(
        Guid accountId,
        AccountNews news,
        CancellationToken ct
    )
    {
        var codes =
            await recovery.LeftAsync(accountId, ct) == 0
                ? await recovery.RenewAsync(accountId, ct)
                : null;
        await signIns.ConfirmedAsync(withFactor: true, ct);
        await devices.RememberAsync(accountId, ct);
        await tell.OfOwnActAsync(accountId, news, ct);
        return codes;
    }
}
