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
    private const int LengthOfLength = sizeof(int);

    /// <summary>No id, number, day or instant is longer.</summary>
    private const int Longest = 40;

    [ThreadStatic]
    private static Facts? reused;

    private readonly ArrayBufferWriter<byte> told = new(1024);

    private Facts() { }

    public Facts(string kind) => Add(kind);

    public static string Of(string kind, IChained row)
    {
        // Every row of the history passes here when it is checked.
        var facts = reused ??= new Facts();
        facts.told.ResetWrittenCount();
        row.Tell(facts.Add(kind));
        return facts.Digest();
    }

    public Facts Add(string? value)
    {
        if (value is null)
            return Length(-1);
        var length = Encoding.UTF8.GetByteCount(value);
        Length(length);
        Encoding.UTF8.GetBytes(value, told.GetSpan(length));
        told.Advance(length);
        return this;
    }

    public Facts Add(Guid? value) => value is { } id ? Write(id, "N") : Length(-1);

    public Facts Add(long value) => Write(value, "D");

    public Facts Add(bool value) => Add(value ? "yes" : "no");

    public Facts Add(DateOnly value) => Write(value, "yyyy-MM-dd");

    public Facts Add(DateTime value) => Write(value, InstantFormat);

    private Facts Write<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        var space = told.GetSpan(LengthOfLength + Longest);
        value.TryFormat(
            space[LengthOfLength..],
            out var written,
            format,
            CultureInfo.InvariantCulture
        );
        BinaryPrimitives.WriteInt32BigEndian(space, written);
        told.Advance(LengthOfLength + written);
        return this;
    }

    private Facts Length(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(told.GetSpan(LengthOfLength), length);
        told.Advance(LengthOfLength);
        return this;
    }

    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(told.WrittenSpan));

    /// <summary>An instant as both databases give it back.</summary>
    public static DateTime Kept(DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
