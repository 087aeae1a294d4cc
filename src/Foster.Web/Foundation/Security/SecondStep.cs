using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Foundation.Security;

/// <summary>What an account can show as a second factor.</summary>
public sealed record Factors(bool App, bool Passkey, int RecoveryCodes)
{
    public bool Any => App || Passkey;
}

/// <summary>The second step of the way in, and the same step asked for again later.</summary>
public sealed class SecondStep(
    UserManager<Account> accounts,
    Passages passages,
    Authenticators authenticators,
    RecoveryCodes recovery,
    Passkeys passkeys,
    Throttle throttle,
    WayIn wayIn
)
{
    /// <summary>Whose password was right in this browser within the last minutes.</summary>
    public async Task<(Account Account, Passage Passage)?> WaitingAsync(CancellationToken ct) =>
        await passages.CurrentAsync(ct) is { AccountId: { } id } passage
        && await accounts.FindByIdAsync(id.ToString()) is { IsDisabled: false } account
            ? (account, passage)
            : null;

    public async Task<Factors> OfAsync(Account account, CancellationToken ct) =>
        new(
            await authenticators.HasAsync(account.Id, ct),
            await passkeys.HasAsync(account),
            await recovery.LeftAsync(account.Id, ct)
        );

    public Task<Arrival> WithCodeAsync(string code, CancellationToken ct) =>
        WithAsync(
            SignInWay.PasswordAndCode,
            account => authenticators.TakeAsync(account.Id, Plain(code), ct),
            ct
        );

    public Task<Arrival> WithRecoveryCodeAsync(string code, CancellationToken ct) =>
        WithAsync(
            SignInWay.PasswordAndRecoveryCode,
            account => recovery.UseAsync(account.Id, code, ct),
            ct
        );

    /// <summary>A passkey alone, or after the password; the first of them needs no name.</summary>
    public async Task<Arrival> WithPasskeyAsync(
        string credential,
        string? returnUrl,
        CancellationToken ct
    )
    {
        if (
            await passages.CurrentAsync(ct) is not { } passage
            || await passkeys.AnsweredAsync(passage, credential, ct) is not { } account
            || (passage.AccountId is { } expected && expected != account.Id)
        )
            return Arrival.Refused;
        var way = passage.AccountId is null ? SignInWay.Passkey : SignInWay.PasswordAndPasskey;
        var back = passage.ReturnUrl ?? returnUrl;
        return await passages.EndAsync(passage, ct)
            ? await wayIn.ProceedAsync(account, way, true, back, ct)
            : Arrival.Refused;
    }

    /// <summary>The code of somebody who is signed in: null when there were too many tries, else whether it was right.</summary>
    public async Task<bool?> IsCodeOfAsync(Guid accountId, string code, CancellationToken ct)
    {
        if (!await throttle.AdmitAsync(TryKind.Code, accountId.ToString(), ct))
            return null;
        if (!await authenticators.TakeAsync(accountId, Plain(code), ct))
            return false;
        await throttle.ForgiveAsync(TryKind.Code, accountId.ToString(), ct);
        return true;
    }

    private async Task<Arrival> WithAsync(
        SignInWay way,
        Func<Account, Task<bool>> isRight,
        CancellationToken ct
    )
    {
        if (await WaitingAsync(ct) is not var (account, passage))
            return Arrival.Refused;
        var subject = account.Id.ToString();
        if (!await throttle.AdmitAsync(TryKind.Code, subject, ct))
            return Arrival.Resting;
        if (!await isRight(account) || !await passages.EndAsync(passage, ct))
            return Arrival.Refused;
        await throttle.ForgiveAsync(TryKind.Code, subject, ct);
        return await wayIn.ProceedAsync(account, way, true, passage.ReturnUrl, ct);
    }

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
