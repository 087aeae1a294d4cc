using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Foundation.Security;

/// <summary>Accounts, what they prove themselves by, and sessions.</summary>
public static class IdentitySetup
{
    public static IServiceCollection AddFosterIdentity(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddIdentityCore<Account>(Configure).AddEntityFrameworkStores<FosterDb>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // The device asks for a finger, a face or a PIN, so that a passkey is two factors in one.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
        });
        services.Configure<SessionLimitOptions>(
            configuration.GetSection(SessionLimitOptions.Section)
        );
        services.AddHttpContextAccessor();
        services.AddSingleton<SessionLimits>();
        services.AddSingleton<SessionCookies>();
        services.AddScoped<SessionStore>();
        services.AddScoped<LatePosts>();
        services.AddScoped<Authenticators>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<Passages>();
        services.AddScoped<Passkeys>();
        services.AddScoped<Passwords>();
        services.AddSingleton<HashOfNobody>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<Throttle>().AddScoped<FormLimits>().AddScoped<SpamTrap>();
        services.Configure<SpamOptions>(configuration.GetSection(SpamOptions.Section));
        services.Configure<SavedFormOptions>(configuration.GetSection(SavedFormOptions.Section));
        services.AddScoped<WayIn>();
        services.AddScoped<SecondStep>();
        services.AddScoped<SignIns>();
        services.Configure<SingleSignOnOptions>(
            configuration.GetSection(SingleSignOnOptions.Section)
        );
        services.AddHttpClient(
            SingleSignOnProvider.ClientName,
            c =>
            {
                c.Timeout = TimeSpan.FromSeconds(10);
                c.MaxResponseContentBufferSize = 1_000_000;
            }
        );
        services.AddScoped<SingleSignOnProvider>();
        services.AddScoped<SingleSignOnStep>();
        services
            .AddAuthentication(SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(
                SessionHandler.SchemeName,
                null
            );
        return services;
    }

    /// <summary>What the model needs to know of Identity when it is built outside the program.</summary>
    public static IServiceProvider ForDesign()
    {
        var services = new ServiceCollection();
        services.Configure<IdentityOptions>(Configure);
        return services.BuildServiceProvider();
    }

    private static void Configure(IdentityOptions o)
    {
        o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        o.Password.RequiredLength = PasswordRules.Least;
        o.Password.RequireDigit = false;
        o.Password.RequireLowercase = false;
        o.Password.RequireUppercase = false;
        o.Password.RequireNonAlphanumeric = false;
        o.User.RequireUniqueEmail = false;
        o.User.AllowedUserNameCharacters = null!;
        // Guessing is stopped by the throttle, which cannot be used to lock somebody else out.
        o.Lockout.AllowedForNewUsers = false;
    }
}
