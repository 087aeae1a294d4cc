using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Security;

/// <summary>The certificate that encrypts the keys in the database (section DataProtection).</summary>
public sealed class KeyOptions
{
    public const string Section = "DataProtection";

    /// <summary>A PKCS#12 file. Empty: the keys are kept as they are, which is for a single trial machine only.</summary>
    public string CertificateFile { get; set; } = "";
    public string CertificatePassword { get; set; } = "";

    /// <summary>The certificate before, so that keys encrypted with it can still be read after a change.</summary>
    public string FormerCertificateFile { get; set; } = "";
    public string FormerCertificatePassword { get; set; } = "";
}

/// <summary>The keys that protect cookies, forms and messages: in the database, shared by all nodes.</summary>
public static class KeySetup
{
    public static IServiceCollection AddFosterKeys(
        this IServiceCollection services,
        IConfiguration configuration,
        string contentRoot
    )
    {
        var options = configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new();
        var keys = services.AddDataProtection().SetApplicationName("Foster");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(o =>
                o.XmlRepository = new DatabaseKeys(
                    provider.GetRequiredService<IServiceScopeFactory>()
                )
            )
        );
        var present = Load(options.CertificateFile, options.CertificatePassword, contentRoot);
        var former = Load(
            options.FormerCertificateFile,
            options.FormerCertificatePassword,
            contentRoot
        );
        if (present is not null)
            keys.ProtectKeysWithCertificate(present);
        X509Certificate2[] known = [.. new[] { present, former }.OfType<X509Certificate2>()];
        if (known.Length > 0)
            keys.UnprotectKeysWithAnyCertificate(known);
        return services;
    }

    private static X509Certificate2? Load(string file, string password, string contentRoot)
    {
        if (file.Length == 0)
            return null;
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(
                Path.GetFullPath(file, contentRoot),
                password
            );
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            throw new InvalidOperationException(
                $"{KeyOptions.Section}: the certificate {file} cannot be opened. Check the file and its password."
            );
        }
    }
}
