using System.Buffers.Binary;

namespace Foster.Web.Foundation.Files;

/// <summary>What a picture says of itself. Its kind is found by its content; neither name nor sender is believed.</summary>
public sealed record Picture(string Type, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture in these bytes; null when they are no PNG or JPEG from their first byte to their last.</summary>
    public static Picture? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith(PngStart) ? Png(content[PngStart.Length..])
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(content)
        : null;

    /// <summary>Parts with their length before and a checksum behind them; the size stands in the first one.</summary>
    private static Picture? Png(ReadOnlySpan<byte> rest)
    {
        Picture? found = null;
        while (rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                return null;
            var kind = rest.Slice(4, 4);
            var inside = rest.Slice(8, (int)length);
            if (found is null)
            {
                if (!kind.SequenceEqual("IHDR"u8) || length != 13)
                    return null;
                found = Sized(
                    "image/png",
                    BinaryPrimitives.ReadUInt32BigEndian(inside),
                    BinaryPrimitives.ReadUInt32BigEndian(inside[4..])
                );
                if (found is null)
                    return null;
            }
            rest = rest[(12 + (int)length)..];
            if (kind.SequenceEqual("IEND"u8))
                return rest.IsEmpty ? found : null;
        }
        return null;
    }

    /// <summary>Segments with a marker and their length; the size stands in the one that begins the frame.</summary>
    private static Picture? Jpeg(ReadOnlySpan<byte> content)
    {
        if (!content.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]))
            return null;
        var rest = content[2..];
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            var marker = rest[1];
            if (marker == 0xFF)
            {
                rest = rest[1..];
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            // The picture itself begins here, and no frame has said its size.
            if (length < 2 || length > rest.Length - 2 || marker == 0xDA)
                return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Sized(
                    "image/jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(rest[7..]),
                    BinaryPrimitives.ReadUInt16BigEndian(rest[5..])
                );
            rest = rest[(2 + length)..];
        }
        return null;
    }

    private static Picture? Sized(string type, uint width, uint height) =>
        width is 0 or > int.MaxValue || height is 0 or > int.MaxValue
            ? null
            : new Picture(type, (int)width, (int)height);
}
