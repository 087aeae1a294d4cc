using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Foster.Web.Foundation.Files;

/// <summary>
/// A document of Word without macros, and nothing else in its archive. No more of it is unpacked than the list of its
/// parts, so that what would unpack to gigabytes does so nowhere here.
/// </summary>
internal static class WordDocument
{
    private const int MostParts = 2_000;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int LongestList = 1024 * 1024;
    private const string List = "[Content_Types].xml";

    private static readonly string[] Carried =
    [
        "vbaproject",
        "vbadata",
        "activex/",
        "embeddings/",
        "oleobject",
        "attachedtoolbars",
    ];

    public static bool Is(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var packed = MemoryMarshal.TryGetArray(content, out var bytes)
                ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
                : new MemoryStream(content.ToArray(), writable: false);
            using var archive = new ZipArchive(packed, ZipArchiveMode.Read);
            return archive.Entries.Count <= MostParts
                && archive.Entries.Sum(e => e.Length) <= MostUnpacked
                && archive.Entries.All(e => IsPlain(e.FullName))
                && archive.GetEntry("word/document.xml") is not null
                && archive.GetEntry(List) is { } list
                && Says(list);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsPlain(string name) =>
        !name.StartsWith('/')
        && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Split('/').Contains("..")
        && !Carried.Any(c => name.Contains(c, StringComparison.OrdinalIgnoreCase));

    /// <summary>The list of parts names a document, and no macros.</summary>
    private static bool Says(ZipArchiveEntry list)
    {
        if (list.Length > LongestList)
            return false;
        using var stream = list.Open();
        var space = new byte[LongestList + 1];
        var read = stream.ReadAtLeast(space, space.Length, throwOnEndOfStream: false);
        var words = System.Text.Encoding.UTF8.GetString(space, 0, read);
        return read <= LongestList
            && words.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal)
            && !words.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            && !words.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
    }
}
