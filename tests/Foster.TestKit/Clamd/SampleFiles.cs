using System.IO.Compression;
using System.Text;

namespace Foster.TestKit;

/// <summary>Small whole files of every kind that is taken, and of many that are not.</summary>
public static class SampleFiles
{
    public const string WordMain =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Png { get; } =
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        );

    /// <summary>The frame of a picture of one dot, without the dot; nobody here looks at that.</summary>
    public static byte[] Jpeg { get; } =
    [
        .. new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16 },
        .. "JFIF\0"u8,
        .. new byte[] { 1, 1, 0, 0, 1, 0, 1, 0, 0 },
        .. new byte[] { 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0 },
        .. new byte[] { 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x37 },
        .. new byte[] { 0xFF, 0xD9 },
    ];

    public static byte[] Pdf(string more = "") =>
        Encoding.Latin1.GetBytes(
            $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n{more}\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        );

    public static byte[] Docx(params (string Name, string Content)[] more) => Word(WordMain, more);

    public static byte[] Word(string main, params (string Name, string Content)[] more) =>
        Zip([
            (
                "[Content_Types].xml",
                $"<Types><Override PartName=\"/word/document.xml\" ContentType=\"{main}\"/></Types>"
            ),
            ("word/document.xml", "<w:document/>"),
            .. more,
        ]);

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        return packed.ToArray();
    }
}
