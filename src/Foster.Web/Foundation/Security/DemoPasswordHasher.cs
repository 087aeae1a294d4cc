using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Security;

/// <summary>
/// Hashes the password that every demonstration account shares once and not for each of them: it is public, and many
/// accounts are made at the first start. Any other password is hashed as ever.
/// </summary>
public sealed class DemoPasswordHasher(IOptions<PasswordHasherOptions> options)
    : PasswordHasher<Account>(options)
{
    private static readonly Lock Gate = new();
    private static string? shared;

    public override string HashPassword(Account user, string password)
    {
        if (password != DemoOptions.Password)
            return base.HashPassword(user, password);
        lock (Gate)
            return shared ??= base.HashPassword(user, password);
    }
}
