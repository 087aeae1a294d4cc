using Foster.TestKit;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Hardening;

/// <summary>
/// The demonstration without mail, so that nothing changes the database but what a visitor does, and with passwords
/// that are checked quickly, so that thousands of posts do not wait for the hash.
/// </summary>
public sealed class QuietSqliteHost : SqliteDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => Quiet.Settings;

    protected override void Replace(IServiceCollection services) => Quiet.Replace(services);
}

public sealed class QuietPostgresHost : PostgresDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => Quiet.Settings;

    protected override void Replace(IServiceCollection services) => Quiet.Replace(services);
}

internal static class Quiet
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["Mail:Host"] = "" };

    public static void Replace(IServiceCollection services) =>
        services.AddSingleton<IPasswordHasher<Account>, QuickHasher>();

    /// <summary>Knows the demonstration's password, and those chosen later, without the 210,000 rounds.</summary>
    private sealed class QuickHasher : IPasswordHasher<Account>
    {
        private const string Mark = "quick:";

        public string HashPassword(Account user, string password) => Mark + password;

        public PasswordVerificationResult VerifyHashedPassword(
            Account user,
            string hashedPassword,
            string providedPassword
        ) =>
            providedPassword
            == (
                hashedPassword.StartsWith(Mark, StringComparison.Ordinal)
                    ? hashedPassword[Mark.Length..]
                    : Foster.Web.Features.Operate.Demo.DemoRegion.Password
            )
                ? PasswordVerificationResult.Success
                : PasswordVerificationResult.Failed;
    }
}
