namespace Foster.Web.Foundation.Mail;

/// <summary>Registers the mail client of this build.</summary>
public static class MailSetup
{
#if MAILKIT
    public const string Client = "MailKit";

    public static IServiceCollection AddMailTransport(this IServiceCollection services) =>
        services.AddSingleton<IMailTransport, MailKitTransport>();
#else
    public const string Client = "the framework's SMTP client";

    public static IServiceCollection AddMailTransport(this IServiceCollection services) =>
        services.AddSingleton<IMailTransport, SmtpTransport>();
#endif

    /// <summary>What can send text messages. A provider of your own is one more <see cref="ITextTransport"/>.</summary>
    public static IServiceCollection AddTextTransport(
        this IServiceCollection services,
        IConfiguration configuration
    ) =>
        services
            .Configure<TextOptions>(configuration.GetSection(TextOptions.Section))
            .AddSingleton<ITextTransport, LogTextTransport>()
            .AddSingleton<TextChannel>();
}
