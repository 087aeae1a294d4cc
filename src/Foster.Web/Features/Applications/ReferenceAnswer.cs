using System.Globalization;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Applications;

/// <summary>One paragraph of what a referee wrote, and whether it is confidential (R-REF-05).</summary>
/// <param name="Key">Where it stands: the question and the number of the paragraph, such as home:2.</param>
public sealed record ReferenceParagraph(string Key, string Text, bool Confidential);

/// <summary>What a referee wrote to one question, kept as they go; it is read by staff once they have sent it.</summary>
public sealed class ReferenceAnswer : ICaseOwned, IVersioned
{
    private const string All = "all";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid RefereeId { get; init; }
    public required string Question { get; init; }
    public required string Text { get; set; }

    /// <summary>The numbers of the confidential paragraphs, «all» for the whole answer, empty for none.</summary>
    public string Marked { get; private set; } = "";
    public required DateTime SavedAt { get; set; }
    public uint Version { get; set; }

    public bool IsWhole() => Marked == All;

    /// <summary>The answer at its empty lines; the numbers start with 1.</summary>
    public IReadOnlyList<ReferenceParagraph> Paragraphs
    {
        get
        {
            var marked = Marked.Split(',');
            return
            [
                .. Split(Text)
                    .Select(
                        (text, i) =>
                            new ReferenceParagraph(
                                $"{Question}:{i + 1}",
                                text,
                                IsWhole()
                                    || marked.Contains(
                                        (i + 1).ToString(CultureInfo.InvariantCulture)
                                    )
                            )
                    ),
            ];
        }
    }

    /// <summary>The whole answer is confidential, or only what is marked by itself, which other words end.</summary>
    public void Write(string text, bool whole, DateTime at)
    {
        if (whole)
            Marked = All;
        else if (IsWhole() || Split(text).Length != Split(Text).Length)
            Marked = "";
        (Text, SavedAt) = (text, at);
    }

    /// <summary>Marks single paragraphs by their keys.</summary>
    public void Mark(IReadOnlySet<string> keys, DateTime at)
    {
        var numbers = Paragraphs
            .Select((p, i) => (p.Key, Number: i + 1))
            .Where(p => keys.Contains(p.Key))
            .Select(p => p.Number)
            .ToList();
        Marked =
            numbers.Count == Paragraphs.Count
                ? All
                : string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        SavedAt = at;
    }

    private static string[] Split(string text) =>
        text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
