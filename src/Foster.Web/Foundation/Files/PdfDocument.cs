namespace Foster.Web.Foundation.Files;

/// <summary>A PDF from its first byte to its last, without what it could run or carry along.</summary>
internal static class PdfDocument
{
    private const int Tail = 1_024;

    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 20 || bytes[5] is not ((byte)'1' or (byte)'2') || bytes[6] != '.')
            return false;
        var last = bytes.LastIndexOf("%%EOF"u8);
        return last >= 0
            && IsBlank(bytes[(last + 5)..])
            && !Names(bytes, "JavaScript"u8)
            && !Names(bytes, "Launch"u8)
            && !Names(bytes, "EmbeddedFile"u8)
            && !Names(bytes, "RichMedia"u8);
    }

    /// <summary>Writers end with a line, and some fill up with zeros.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> rest) =>
        rest.Length <= Tail && rest.IndexOfAnyExcept(" \t\r\n\0"u8) < 0;

    /// <summary>A name after its slash; each of its letters may be written as # and two digits.</summary>
    private static bool Names(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (var at = bytes.IndexOf((byte)'/'); at >= 0; at = bytes.IndexOf((byte)'/'))
        {
            bytes = bytes[(at + 1)..];
            if (Begins(bytes, name))
                return true;
        }
        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (bytes.IsEmpty)
                return false;
            if (bytes[0] == letter)
                bytes = bytes[1..];
            else if (
                bytes.Length >= 3
                && bytes[0] == '#'
                && char.IsAsciiHexDigit((char)bytes[1])
                && char.IsAsciiHexDigit((char)bytes[2])
                && Convert.FromHexString([(char)bytes[1], (char)bytes[2]])[0] == letter
            )
                bytes = bytes[3..];
            else
                return false;
        }
        return true;
    }
}
