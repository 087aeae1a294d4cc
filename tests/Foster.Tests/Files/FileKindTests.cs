using System.IO.Compression;
using System.Text;
using Foster.TestKit;
using Foster.Web.Foundation.Files;
using Xunit;

namespace Foster.Tests.Files;

/// <summary>Row 11: what a file is by its content, whatever it is called; and what is none of the four kinds, or two at once.</summary>
public class FileKindTests
{
    public static TheoryData<string, byte[]> Bad =>
        new()
        {
            { "nothing", [] },
            { "a web page", "<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray() },
            {
                "a web page that begins like a PDF",
                "%PDF-1.4\n<html><script>alert(1)</script></html>"u8.ToArray()
            },
            {
                "a drawing that runs scripts",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()
            },
            { "a program", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0] },
            { "a program of Linux", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] },
            { "a script", "#!/bin/sh\nrm -rf /\n"u8.ToArray() },
            { "an archive", SampleFiles.Zip(("a.txt", "words")) },
            {
                "a table",
                SampleFiles.Zip(("[Content_Types].xml", "spreadsheetml"), ("xl/workbook.xml", ""))
            },
            {
                "a document with macros",
                SampleFiles.Word(
                    "application/vnd.ms-word.document.macroEnabled.main+xml",
                    ("word/vbaProject.bin", "x")
                )
            },
            {
                "a document with macros that says it has none",
                SampleFiles.Docx(("word/vbaProject.bin", "x"))
            },
            {
                "a document that carries a program",
                SampleFiles.Docx(("word/embeddings/oleObject1.bin", "x"))
            },
            { "a document with controls", SampleFiles.Docx(("word/activeX/activeX1.xml", "x")) },
            { "a document that climbs out", SampleFiles.Docx(("../../etc/cron.d/x", "x")) },
            { "a document that unpacks to gigabytes", Bomb() },
            {
                "a document of too many parts",
                SampleFiles.Docx([.. Enumerable.Range(0, 2_100).Select(n => ($"word/{n}.xml", ""))])
            },
            { "a cut off document", SampleFiles.Docx()[..^30] },
            { "a cut off PDF", SampleFiles.Pdf()[..^7] },
            {
                "a PDF that runs scripts",
                SampleFiles.Pdf("3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj")
            },
            {
                "a PDF that hides how it runs scripts",
                SampleFiles.Pdf("3 0 obj<</S/J#61vaScript/JS(x)>>endobj")
            },
            {
                "a PDF that starts programs",
                SampleFiles.Pdf("3 0 obj<</S/Launch/F(cmd.exe)>>endobj")
            },
            { "a PDF that carries files", SampleFiles.Pdf("3 0 obj<</Type/EmbeddedFile>>endobj") },
            {
                "a PDF that is an archive too",
                [.. SampleFiles.Pdf(), .. SampleFiles.Zip(("a.class", "x"))]
            },
            {
                "a PDF with a page behind it",
                [.. SampleFiles.Pdf(), .. "<html><script>x</script>"u8]
            },
            { "a PDF that begins later", [.. "GIF89a"u8, .. SampleFiles.Pdf()] },
            {
                "a picture that is an archive too",
                [.. SampleFiles.Png, .. SampleFiles.Zip(("a.class", "x"))]
            },
            {
                "a photo that is an archive too",
                [.. SampleFiles.Jpeg, .. SampleFiles.Zip(("a.class", "x"))]
            },
            {
                "a photo with a script behind it",
                [.. SampleFiles.Jpeg, .. "<script>alert(1)</script>"u8]
            },
            {
                "a photo with a program behind it",
                [.. SampleFiles.Jpeg, .. "<?php system($_GET[0]); ?>"u8]
            },
            { "a picture with a page behind it", [.. SampleFiles.Png, .. "<html>"u8] },
            { "a moving picture", "GIF89a\u0001\0\u0001\0"u8.ToArray() },
            { "an old document of Word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
            { "a document in rich text", @"{\rtf1\ansi words}"u8.ToArray() },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Everything_else_is_not_taken(string what, byte[] content) =>
        Assert.True(FileKind.Of(content) is null, $"{what} was taken as {FileKind.Of(content)}");

    [Fact]
    public void Each_of_the_four_is_known_by_its_content()
    {
        Assert.Equal(FileKind.Png, FileKind.Of(SampleFiles.Png));
        Assert.Equal(FileKind.Jpeg, FileKind.Of(SampleFiles.Jpeg));
        Assert.Equal(FileKind.Pdf, FileKind.Of(SampleFiles.Pdf()));
        Assert.Equal(FileKind.Docx, FileKind.Of(SampleFiles.Docx()));
        // Zeros at the end, as some scanners write them, and notes of a telephone behind a photo.
        Assert.Equal(FileKind.Pdf, FileKind.Of((byte[])[.. SampleFiles.Pdf(), .. new byte[500]]));
        Assert.Equal(FileKind.Jpeg, FileKind.Of((byte[])[.. SampleFiles.Jpeg, .. "SEFHd notes"u8]));
    }

    [Theory]
    [InlineData("passport.pdf", "passport.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\Robin\My passport.pdf", "My passport.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf")]
    [InlineData("holiday\u202Efdp.exe", "holidayfdp.exe")]
    [InlineData("\u2066a\u2069\u200B.png", "a.png")]
    [InlineData("null\0byte.pdf", "nullbyte.pdf")]
    [InlineData("   ", "Unnamed file")]
    [InlineData("..", "Unnamed file")]
    [InlineData("", "Unnamed file")]
    [InlineData("Zoë’s проезд 證件.jpg", "Zoë’s проезд 證件.jpg")]
    [InlineData("photo.jpg.exe", "photo.jpg.exe")]
    public void A_name_is_only_shown_and_holds_nothing_that_nobody_sees(
        string given,
        string shown
    ) => Assert.Equal(shown, ChosenFile.Plain(given));

    [Fact]
    public void A_long_name_is_cut_between_signs() =>
        Assert.Equal(120, ChosenFile.Plain(new string('a', 119) + "\U0001F600" + "b").Length);

    /// <summary>Small packed, and 300 megabytes unpacked.</summary>
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        packed.Write(SampleFiles.Docx());
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var zeros = new byte[30_000_000];
            for (var n = 0; n < 10; n++)
            {
                using var part = archive.CreateEntry($"word/{n}.xml").Open();
                part.Write(zeros);
            }
        }
        return packed.ToArray();
    }
}
