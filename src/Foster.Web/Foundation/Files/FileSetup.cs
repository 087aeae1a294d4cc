namespace Foster.Web.Foundation.Files;

/// <summary>Registers what files need.</summary>
public static class FileSetup
{
    public static IServiceCollection AddFosterFiles(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.Configure<UploadOptions>(configuration.GetSection(UploadOptions.Section));
        var options = OptionsOf(configuration);
        if (options.Scanner == nameof(ScannerKind.Clamd))
            services.AddSingleton<IFileScanner, ClamdScanner>();
        else
            services.AddSingleton<IFileScanner, NoScanner>();
        return services
            .AddSingleton<ScannerWatch>()
            .AddSingleton<FileFolder>()
            .AddScoped<FileStore>()
            .AddScoped<FileIntake>()
            .AddScoped<FileCheck>()
            .AddScoped<FileShelf>()
            .AddSingleton<FileRounds>()
            .AddHostedService(p => p.GetRequiredService<FileRounds>());
    }

    public static UploadOptions OptionsOf(IConfiguration configuration) =>
        configuration.GetSection(UploadOptions.Section).Get<UploadOptions>() ?? new();
}
