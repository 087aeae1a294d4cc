using System.Security.Cryptography;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.Security;

/// <summary>Finds the keys of the vault. In Development a missing one is made; anywhere else it stops the start.</summary>
public static class VaultSetup
{
    private const string DevelopmentId = "development";

    public static IServiceCollection AddFosterVault(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var options = configuration.GetSection(VaultOptions.Section).Get<VaultOptions>() ?? new();
        if (options.Keys.All(k => k.Value.Length == 0))
        {
            if (!environment.IsDevelopment())
                throw new InvalidOperationException(
                    "Vault:Keys is empty. Outside Development a key has to be set: Vault:Keys:2026 with what "
                        + $"openssl rand -base64 {VaultKeys.Length} prints, and Vault:CurrentKey=2026. Keep it apart from the "
                        + "backups: without it the history and all sensitive columns cannot be read."
                );
            options.Keys = new() { [DevelopmentId] = Development(configuration, environment) };
            options.CurrentKey = DevelopmentId;
        }
        services.AddSingleton(new VaultKeys(options));
        services.AddSingleton<Vault>();
        return services;
    }

    /// <summary>The key of a trial, beside its database.</summary>
    private static string Development(IConfiguration configuration, IHostEnvironment environment)
    {
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(VaultKeys.Length));
        if (
            Databases.Beside(configuration, environment.ContentRootPath, "vault-key")
            is not { } path
        )
            return made;
        if (File.Exists(path))
            return File.ReadAllText(path).Trim();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var own = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new StreamWriter(own, options))
                file.Write(made);
            // Of two that start at once the first one's key stays.
            File.Move(own, path);
            return made;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(own);
            return File.ReadAllText(path).Trim();
        }
    }
}
