using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.Security;

/// <summary>More than 200,000 common passwords, as hashes inside the program: nobody is asked over the network.</summary>
public static class CommonPasswords
{
    public const string Resource = "Foster.Web.CommonPasswords";

    private static readonly Lazy<ulong[]> Hashes = new(Load);

    public static int Count => Hashes.Value.Length;

    /// <param name="password">In lower case.</param>
    public static bool Has(string password) =>
        Array.BinarySearch(Hashes.Value, Short(SHA256.HashData(Encoding.UTF8.GetBytes(password))))
        >= 0;

    private static ulong Short(ReadOnlySpan<byte> hash) =>
        BinaryPrimitives.ReadUInt64BigEndian(hash);

    private static ulong[] Load()
    {
        using var list =
            typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of common passwords is missing.");
        var bytes = new byte[list.Length];
        list.ReadExactly(bytes);
        var hashes = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Short(bytes.AsSpan(i * sizeof(ulong)));
        return hashes;
    }
}
