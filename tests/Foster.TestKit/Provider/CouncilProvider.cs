using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Foster.TestKit;

/// <summary>
/// A small OpenID Connect provider on this machine. Whoever goes there comes back as <see cref="Subject"/> with
/// <see cref="Claims"/>; tests bend them as a false provider or a forger would.
/// </summary>
public sealed class CouncilProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = [];
    private readonly RSA rsa = RSA.Create(2048);
    private readonly TestClock clock;
    private WebApplication? app;

    public CouncilProvider(TestClock clock) => this.clock = clock;

    public const string ClientId = "foster";
    public const string ClientSecret = "a secret of the tests";

    public string Address { get; private set; } = "";

    public string Subject { get; set; } = "subject-1";

    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>Off, tokens are signed by somebody else's key.</summary>
    public bool SignsAsItself { get; set; } = true;

    public string Audience { get; set; } = ClientId;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        // The program's own settings lie beside the tests and name a port.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", Discovery);
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        await app.StartAsync();
        Address = app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        rsa.Dispose();
    }

    private IResult Discovery() =>
        Results.Json(
            new Dictionary<string, string>
            {
                ["issuer"] = Address,
                ["authorization_endpoint"] = Address + "/authorize",
                ["token_endpoint"] = Address + "/token",
                ["jwks_uri"] = Address + "/keys",
            }
        );

    private IResult Keys()
    {
        var key = rsa.ExportParameters(false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = "one",
                        n = Base64UrlEncoder.Encode(key.Modulus!),
                        e = Base64UrlEncoder.Encode(key.Exponent!),
                    },
                },
            }
        );
    }

    private IResult Authorize(HttpRequest request)
    {
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (request.Query["nonce"]!, request.Query["code_challenge"]!);
        return Results.Redirect(
            $"{request.Query["redirect_uri"]}?code={code}&state={request.Query["state"]}"
        );
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = Base64UrlEncoder.Encode(
            SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))
        );
        if (
            form["client_secret"] != ClientSecret
            || !codes.TryRemove(form["code"]!, out var known)
            || known.Challenge != challenge
        )
        {
            return Results.BadRequest();
        }

        using var other = RSA.Create(2048);
        var now = clock.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = Audience,
                NotBefore = now,
                Expires = now.AddMinutes(5),
                Claims = new Dictionary<string, object>(Claims)
                {
                    ["sub"] = Subject,
                    ["nonce"] = known.Nonce,
                },
                SigningCredentials = new(
                    new RsaSecurityKey(SignsAsItself ? rsa : other)
                    {
                        KeyId = "one",
                        CryptoProviderFactory = new() { CacheSignatureProviders = false },
                    },
                    SecurityAlgorithms.RsaSha256
                ),
            }
        );
        return Results.Json(new Dictionary<string, string> { ["id_token"] = token });
    }
}
