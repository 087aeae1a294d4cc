using System.Security.Claims;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Foundation.Security;

/// <summary>Accounts and the sign-in cookie.</summary>
public static class IdentitySetup
{
    public static IServiceCollection AddFosterIdentity(
        this IServiceCollection services,
        bool overHttps
    )
    {
        services
            .AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<FosterDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                o =>
                {
                    o.Cookie.Name = overHttps ? "__Host-foster" : "foster";
                    o.Cookie.HttpOnly = true;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.SecurePolicy = overHttps
                        ? CookieSecurePolicy.Always
                        : CookieSecurePolicy.SameAsRequest;
                    o.LoginPath = "/sign-in";
                    o.AccessDeniedPath = "/status/403";
                    o.ExpireTimeSpan = TimeSpan.FromMinutes(30);
                    o.SlidingExpiration = true;
                    o.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
                    o.Events.OnRedirectToAccessDenied = context =>
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                }
            )
            // A session that has ended is also signed out of this scheme, which must therefore exist; nothing sets it.
            .AddCookie(
                IdentityConstants.TwoFactorRememberMeScheme,
                o =>
                {
                    o.Cookie.Name = overHttps ? "__Host-foster-device" : "foster-device";
                    o.Cookie.HttpOnly = true;
                    o.Cookie.SecurePolicy = overHttps
                        ? CookieSecurePolicy.Always
                        : CookieSecurePolicy.SameAsRequest;
                }
            );
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.FromSeconds(30);
            o.OnRefreshingPrincipal = context =>
            {
                // The refreshed principal knows the account only; the acting role and council go on.
                var kept = context.CurrentPrincipal!.Claims.Where(c =>
                    c.Type is ClaimTypes.Role or SignIns.CouncilClaim
                );
                ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaims(kept);
                return Task.CompletedTask;
            };
        });
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
        o.Password.RequiredLength = 12;
        o.Password.RequireDigit = false;
        o.Password.RequireLowercase = false;
        o.Password.RequireUppercase = false;
        o.Password.RequireNonAlphanumeric = false;
        o.User.RequireUniqueEmail = false;
        o.User.AllowedUserNameCharacters = null!;
        o.Lockout.MaxFailedAccessAttempts = 8;
        o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }
}
