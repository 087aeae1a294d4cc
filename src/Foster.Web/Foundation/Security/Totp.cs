using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.Security;

/// <summary>The six digits of an authenticator app (RFC 6238 with SHA-1 and 30 seconds, which every app knows).</summary>
public static class Totp
{
    public const int Digits = 6;
    private const int StepSeconds = 30;
    private const int SecretBytes = 20;

    /// <summary>A phone's clock may be wrong by this many steps either way.</summary>
    private const int Drift = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(DateTime utc) =>
        (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // The standard of authenticator apps; it is no signature that could be forged by collisions.
#pragma warning disable CA5350
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6");
    }

    /// <summary>The step whose code this is, among those that count now; null when it is none.</summary>
    public static long? StepOf(byte[] secret, string code, DateTime now)
    {
        var given = Encoding.ASCII.GetBytes(code);
        long? found = null;
        var present = StepAt(now);
        for (var step = present - Drift; step <= present + Drift; step++)
        {
            var expected = Encoding.ASCII.GetBytes(CodeAt(secret, step));
            if (CryptographicOperations.FixedTimeEquals(given, expected))
                found = step;
        }
        return found;
    }

    /// <summary>The secret as people type it into an app: groups of four letters.</summary>
    public static string InWords(byte[] secret) =>
        string.Join(' ', Base32(secret).Chunk(4).Select(c => new string(c)));

    /// <summary>The address that a QR code carries.</summary>
    public static string Address(byte[] secret, string site, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(name)}"
        + $"?secret={Base32(secret)}&issuer={Uri.EscapeDataString(site)}";

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        int buffer = 0,
            bits = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }
        }
        return text.ToString();
    }
}
