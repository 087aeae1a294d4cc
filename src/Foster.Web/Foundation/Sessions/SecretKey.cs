using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.Sessions;

/// <summary>Random keys for cookies: 256 bits, of which only the hash is stored.</summary>
public static class SecretKey
{
    private const int Length = 64;

    public static string Make() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash under which it is stored; null for what cannot be a key.</summary>
    public static string? HashOf(string? key) =>
        key is { Length: Length } && key.All(char.IsAsciiHexDigitLower)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))
            : null;
}
