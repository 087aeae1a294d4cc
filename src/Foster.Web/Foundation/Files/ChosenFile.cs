using System.Globalization;
using System.Text;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Foundation.Files;

/// <summary>A file as somebody has chosen it: what they call it, and its bytes, of which there are never more than are taken.</summary>
public sealed record ChosenFile(string Name, ReadOnlyMemory<byte> Content)
{
    private const int LongestName = 120;

    /// <summary>No more is read than shows that it is too much; nothing is written to the disk.</summary>
    public static async Task<ReadOnlyMemory<byte>> BytesAsync(
        IFormFile? file,
        int most,
        CancellationToken ct
    )
    {
        if (file is null)
            return default;
        var space = new byte[(int)Math.Min(file.Length, most) + 1];
        await using var content = file.OpenReadStream();
        var read = await content.ReadAtLeastAsync(space, space.Length, false, ct);
        return space.AsMemory(0, read);
    }

    public static async Task<ChosenFile?> OfAsync(
        IFormFile? file,
        UploadOptions options,
        CancellationToken ct
    ) =>
        // Browsers send a part without name and content where nothing was chosen.
        file is null or { Length: 0, FileName: "" }
            ? null
            : new ChosenFile(file.FileName, await BytesAsync(file, options.MaxBytes, ct));

    /// <summary>What stands against taking it.</summary>
    public static IReadOnlyList<Refusal> Against(
        ChosenFile? file,
        UploadOptions options,
        string field
    )
    {
        var wrong =
            file is null ? FileWords.Missing
            : file.Content.IsEmpty ? FileWords.Empty
            : file.Content.Length >= options.MaxBytes ? FileWords.TooBig(options)
            : FileKind.Of(file.Content) is null ? FileWords.Wrong
            : null;
        return wrong is null ? [] : [new Refusal(wrong, null, field)];
    }

    /// <summary>
    /// The name without a path, and without signs that nobody sees: line ends, and those that turn the direction of
    /// writing, so that “gpj.exe” could be read the other way round.
    /// </summary>
    public static string Plain(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
            if (
                Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && rune != Rune.ReplacementChar
                && plain.Length + rune.Utf16SequenceLength <= LongestName
            )
                plain.Append(rune);
        var shown = plain.ToString().Trim();
        return shown.Trim('.').Length == 0 ? "Unnamed file" : shown;
    }
}
