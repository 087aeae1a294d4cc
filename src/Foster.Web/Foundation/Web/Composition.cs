using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Foster.Web.Foundation.Web;

/// <summary>Puts the program together: services first, then what every request passes through.</summary>
public static class Composition
{
    /// <summary>A million bytes hold any page's answers many times over.</summary>
    private const int MaxBody = 1_000_000;

    /// <summary>The settings of this installation, beside the program.</summary>
    public static void AddLocalSettings(this WebApplicationBuilder builder) =>
        builder.Configuration.AddJsonFile(
            "appsettings.local.json",
            optional: true,
            reloadOnChange: false
        );

    public static WebApplicationBuilder AddFoster(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            new CultureInfo("en-GB");
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = MaxBody;
        });
        services.Configure<FormOptions>(o =>
        {
            o.ValueCountLimit = 500;
            o.ValueLengthLimit = MaxBody;
            o.MultipartBodyLengthLimit = MaxBody;
        });
        services.Configure<WebEncoderOptions>(o =>
            o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddHsts(o =>
        {
            o.MaxAge = TimeSpan.FromDays(365);
            o.IncludeSubDomains = true;
        });
        builder.WebHost.UseStaticWebAssets();

        var demo = configuration.GetSection("Demo").Get<DemoOptions>() ?? new();
        if (demo.Enabled && builder.Environment.IsProduction())
            throw new InvalidOperationException(
                "Demo:Enabled is set in Production. Demonstration accounts have a public password: switch it off."
            );
        services.AddSingleton(demo);
        services.Configure<SiteOptions>(configuration.GetSection("Site"));
        services.Configure<SiteAddress>(configuration.GetSection("Site"));
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.AddSingleton<TimeProvider, TravelTime>();
        services.AddSingleton<LondonClock>();
        services.AddSingleton<ICalendarSource, StoredCalendar>();
        services.AddSingleton(
            new DeadlineNumbers(
                configuration.GetSection(DeadlineNumbers.Section).Get<Dictionary<string, int>>()
                    ?? []
            )
        );
        services.AddScoped<DeadlineBook>();
        services.AddSingleton<BackDating>();
        services.AddFosterDb(configuration, builder.Environment.ContentRootPath);
        services.AddScoped<Migrator>();
        services.AddScoped<ActorSource>();
        services.AddSingleton<DemoStage>();
        services.AddScoped<CouncilDirectory>();
        services.AddScoped<CouncilLooks>();
        services.AddSingleton<CouncilStamp>();
        services.AddFosterVault(configuration, builder.Environment);
        services.AddFosterHistory(configuration, builder.Environment.ContentRootPath);
        services.AddScoped<Viewing>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalRecorder>();
        services.AddSingleton<OutboxBell>();
        services.AddScoped<Outbox>();
        services.AddScoped<OutboxWords>();
        services.AddMailTransport();
        services.AddTextTransport(configuration);
        services.AddSingleton<TemplateBook>();
        services.AddSingleton<TemplateRounds>();
        services.AddHostedService(p => p.GetRequiredService<TemplateRounds>());
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(p => p.GetRequiredService<OutboxSender>());
        services.AddScoped<Links>();
        services.AddScoped<JourneyDrafts>();
        services.AddFosterJobs(configuration);
        services.AddFosterIdentity(configuration);
        if (demo.Enabled)
            services.AddScoped<IPasswordHasher<Account>, DemoPasswordHasher>();
        services.AddFosterKeys(configuration, builder.Environment.ContentRootPath);
        services.AddAuthorization();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = builder.Environment.IsDevelopment()
                ? "foster-form"
                : "__Host-foster-form";
            o.Cookie.SecurePolicy = builder.Environment.IsDevelopment()
                ? CookieSecurePolicy.SameAsRequest
                : CookieSecurePolicy.Always;
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddRazorPages(o =>
            {
                o.RootDirectory = "/Features";
                o.Conventions.Add(new AudienceConvention());
                o.Conventions.Add(new RecordsConvention());
                o.Conventions.ConfigureFilter(new NothingToSend());
                o.Conventions.ConfigureFilter(
                    new Microsoft.AspNetCore.Mvc.TypeFilterAttribute(typeof(GiveBack))
                );
                o.Conventions.ConfigureFilter(new AccessFilter());
                o.Conventions.ConfigureFilter(
                    new Microsoft.AspNetCore.Mvc.TypeFilterAttribute(typeof(SentBefore))
                );
            })
            .AddRazorOptions(o => o.PageViewLocationFormats.Add("/Foundation/Web/{0}.cshtml"))
            .AddCookieTempDataProvider(o =>
            {
                o.Cookie.Name = FormPage.FlashCookieOf(builder.Environment);
                o.Cookie.SecurePolicy = builder.Environment.IsDevelopment()
                    ? CookieSecurePolicy.SameAsRequest
                    : CookieSecurePolicy.Always;
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Lax;
            });
        services.AddOutputCache(o => o.AddPolicy(VisitorCache.Policy, new VisitorCache()));
        services.AddFeatures(configuration);
        services.AddSingleton<StateTables>();
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        return builder;
    }

    public static WebApplication UseFoster(this WebApplication app)
    {
        var british = new CultureInfo("en-GB");
        app.UseSafeHeaders();
        app.UseErrorPages();
        app.UsePlainMethods();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseRequestLocalization(
            new RequestLocalizationOptions
            {
                DefaultRequestCulture = new RequestCulture(british),
                SupportedCultures = [british],
                SupportedUICultures = [british],
                RequestCultureProviders = [],
            }
        );
        app.UseRouting();
        app.UseBodyLimit();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseWhereabouts();
        app.UseActors();
        app.UseSecondFactor();
        app.UseAuthorization();
        app.UseFreshFactor();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapJobDashboard();
        app.MapGet("/health/live", () => "live");
        app.MapGet(
            "/health/ready",
            async (Readiness readiness, CancellationToken ct) =>
                await readiness.AgainstAsync(ct) is { } reason
                    ? Results.Text(reason, statusCode: StatusCodes.Status503ServiceUnavailable)
                    : Results.Text("ready")
        );
        return app;
    }
}
