namespace Foster.Web.Foundation.Files;

/// <summary>What a file is by its content. Neither its name nor what the browser says of it is believed.</summary>
public sealed record FileKind(string Type, string Extension)
{
    public static readonly FileKind Pdf = new("application/pdf", "pdf");
    public static readonly FileKind Jpeg = new("image/jpeg", "jpg");
    public static readonly FileKind Png = new("image/png", "png");
    public static readonly FileKind Docx = new(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx"
    );

    /// <summary>What is offered to choose from; the browser's list and nothing more.</summary>
    public const string Accept = ".pdf,.jpg,.jpeg,.png,.docx,application/pdf,image/jpeg,image/png";

    /// <summary>Null for what is none of the four, or is another kind as well.</summary>
    public static FileKind? Of(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return WordDocument.Is(content) ? Docx : null;
        if (PackedBehind.Is(bytes))
            return null;
        if (bytes.StartsWith("%PDF-"u8))
            return PdfDocument.Is(bytes) ? Pdf : null;
        return Photograph(bytes) switch
        {
            "image/jpeg" => Jpeg,
            "image/png" => Png,
            _ => null,
        };
    }

    /// <summary>Telephones write notes of their own behind a picture; what a browser could run is none of them.</summary>
    private static string? Photograph(ReadOnlySpan<byte> bytes)
    {
        if (Picture.Of(bytes) is { } whole)
            return whole.Type;
        var end = bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) + 2;
        return end > 2 && !Runs(bytes[end..]) ? Picture.Of(bytes[..end])?.Type : null;
    }

    private static bool Runs(ReadOnlySpan<byte> rest) =>
        rest.IndexOf("<script"u8) >= 0
        || rest.IndexOf("<html"u8) >= 0
        || rest.IndexOf("<?php"u8) >= 0
        || rest.IndexOf("<svg"u8) >= 0;
}

/// <summary>An archive that lies behind another file, so that it opens as both.</summary>
internal static class PackedBehind
{
    private const int EndLength = 22;
    private const int LongestComment = 65_535;

    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[Math.Max(0, bytes.Length - EndLength - LongestComment)..];
        for (var at = 0; rest.Length - at >= EndLength; at++)
        {
            var found = rest[at..].IndexOf("PK\u0005\u0006"u8);
            if (found < 0)
                return false;
            at += found;
            // The comment goes to the last byte, or it is no end of an archive.
            if (
                rest.Length - at >= EndLength
                && rest[at + 20] + rest[at + 21] * 256 == rest.Length - at - EndLength
            )
                return true;
        }
        return false;
    }
}
