using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.History;

/// <summary>
/// Values in a fixed order, each with its length before it, so that no two rows tell the same. A digest is the SHA-256
/// of what was told, in 64 hexadecimal digits.
/// </summary>
public sealed class Facts
{
    /// <summary>How precisely an instant is kept by both databases.</summary>
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";
    private readonly ArrayBufferWriter<byte> told = new(1024);

    public Facts(string kind) => Add(kind);

    public static string Of(string kind, IChained row)
    {
        var facts = new Facts(kind);
        row.Tell(facts);
        return facts.Digest();
    }

    public Facts Add(string? value)
    {
        var length = value is null ? -1 : Encoding.UTF8.GetByteCount(value);
        BinaryPrimitives.WriteInt32BigEndian(told.GetSpan(4), length);
        told.Advance(4);
        if (value is not null)
            Encoding.UTF8.GetBytes(value, told);
        return this;
    }

    public Facts Add(Guid? value) => Add(value?.ToString("N"));

    public Facts Add(long value) => Add(value.ToString(CultureInfo.InvariantCulture));

    public Facts Add(bool value) => Add(value ? "yes" : "no");

    public Facts Add(DateOnly value) =>
        Add(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Facts Add(DateTime value) =>
        Add(value.ToString(InstantFormat, CultureInfo.InvariantCulture));

    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(told.WrittenSpan));

    /// <summary>An instant as both databases give it back.</summary>
    public static DateTime Kept(DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
