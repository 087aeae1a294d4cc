using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Foster.Web.Foundation.Clock;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Foster.Web.Foundation.Security;

/// <summary>The council's own sign-in by OpenID Connect (section SingleSignOn).</summary>
public sealed class SingleSignOnOptions
{
    public const string Section = "SingleSignOn";

    /// <summary>Where the provider is. Empty: there is none.</summary>
    public string Authority { get; set; } = "";
    public string ClientId { get; set; } = "";
    public string ClientSecret { get; set; } = "";

    /// <summary>The words on the button.</summary>
    public string Name { get; set; } = "council account";

    /// <summary>The claim that tells how somebody signed in there, and the values, with spaces, that mean a second factor.</summary>
    public string SecondFactorClaim { get; set; } = "amr";
    public string SecondFactorValues { get; set; } = "mfa";

    public bool IsOn => Authority.Length > 0;
}

/// <summary>What has to be remembered while somebody is at the provider.</summary>
public sealed record SingleSignOnTrip(string State, string Nonce, string Verifier);

/// <summary>Whom the provider names.</summary>
/// <param name="Email">Only where the provider says that it has been verified.</param>
public sealed record ProvidedPerson(string Subject, string? Email, bool HasSecondFactor);

/// <summary>Talks to the provider: authorisation code with PKCE, and a signed token that is checked in full.</summary>
public sealed class SingleSignOnProvider(
    IHttpClientFactory clients,
    IOptions<SingleSignOnOptions> options,
    IOptions<SiteAddress> site,
    LondonClock clock
)
{
    public const string ClientName = "SingleSignOn";
    public const string CallbackPath = "/sign-in/council";
    private const int Patience = 5;

    private readonly SingleSignOnOptions options = options.Value;

    public bool IsOn => options.IsOn;

    public string Name => options.Name;

    private string Callback => site.Value.PublicUrl.TrimEnd('/') + CallbackPath;

    public static SingleSignOnTrip NewTrip() => new(Random(), Random(), Random());

    /// <summary>The address at the provider to go to.</summary>
    public async Task<string> AddressAsync(SingleSignOnTrip trip, CancellationToken ct)
    {
        var known = await DiscoverAsync(ct);
        var challenge = Base64UrlEncoder.Encode(
            SHA256.HashData(Encoding.ASCII.GetBytes(trip.Verifier))
        );
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
            known.AuthorizationEndpoint,
            new Dictionary<string, string?>
            {
                ["client_id"] = options.ClientId,
                ["response_type"] = "code",
                ["scope"] = "openid email profile",
                ["redirect_uri"] = Callback,
                ["state"] = trip.State,
                ["nonce"] = trip.Nonce,
                ["code_challenge"] = challenge,
                ["code_challenge_method"] = "S256",
            }
        );
    }

    /// <summary>Whom the code stands for; null where anything about it is not as it should be.</summary>
    public async Task<ProvidedPerson?> RedeemAsync(
        SingleSignOnTrip trip,
        string code,
        CancellationToken ct
    )
    {
        var known = await DiscoverAsync(ct);
        using var client = clients.CreateClient(ClientName);
        using var asked = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = Callback,
                ["client_id"] = options.ClientId,
                ["client_secret"] = options.ClientSecret,
                ["code_verifier"] = trip.Verifier,
            }
        );
        using var answer = await client.PostAsync(known.TokenEndpoint, asked, ct);
        if (!answer.IsSuccessStatusCode)
            return null;
        var tokens = await answer.Content.ReadFromJsonAsync<Tokens>(ct);
        if (tokens?.IdToken is not { } token)
            return null;
        var keys = new JsonWebKeySet(await client.GetStringAsync(known.JwksUri, ct));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = known.Issuer,
                ValidAudience = options.ClientId,
                IssuerSigningKeys = keys.GetSigningKeys(),
                ValidAlgorithms = ["RS256", "PS256", "ES256"],
                RequireExpirationTime = true,
                LifetimeValidator = (from, until, _, _) =>
                    (from is null || from <= clock.Now.AddMinutes(Patience))
                    && until > clock.Now.AddMinutes(-Patience),
            }
        );
        return
            result.IsValid
            && result.SecurityToken is JsonWebToken read
            && read.TryGetPayloadValue<string>("nonce", out var nonce)
            && nonce == trip.Nonce
            && read.Subject is { Length: > 0 } subject
            ? new ProvidedPerson(subject, EmailOf(read), HasSecondFactor(read))
            : null;
    }

    private static string? EmailOf(JsonWebToken token) =>
        token.TryGetPayloadValue<bool>("email_verified", out var verified)
        && verified
        && token.TryGetPayloadValue<string>("email", out var email)
            ? email
            : null;

    private bool HasSecondFactor(JsonWebToken token)
    {
        var wanted = options.SecondFactorValues.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return options.SecondFactorClaim.Length > 0
            && token.Claims.Any(c =>
                c.Type == options.SecondFactorClaim && wanted.Contains(c.Value)
            );
    }

    private async Task<Discovered> DiscoverAsync(CancellationToken ct)
    {
        using var client = clients.CreateClient(ClientName);
        var found = await client.GetFromJsonAsync<Discovered>(
            options.Authority.TrimEnd('/') + "/.well-known/openid-configuration",
            ct
        );
        return found ?? throw new HttpRequestException("The provider says nothing of itself.");
    }

    private static string Random() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    private sealed record Discovered(
        [property: JsonPropertyName("issuer")] string Issuer,
        [property: JsonPropertyName("authorization_endpoint")] string AuthorizationEndpoint,
        [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
        [property: JsonPropertyName("jwks_uri")] string JwksUri
    );

    private sealed record Tokens([property: JsonPropertyName("id_token")] string? IdToken);
}
