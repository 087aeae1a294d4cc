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

    /// <summary>
    /// The whole answer is confidential, or only what is marked by itself. A mark goes with its paragraph, wherever it
    /// stands now; what was written in the place of a marked one stays marked (R-REF-05).
    /// </summary>
    public void Write(string text, bool whole, DateTime at)
    {
        if (whole)
            Marked = All;
        else
            Mark(IsWhole() ? [] : Carried(text), Split(text).Length);
        (Text, SavedAt) = (text, at);
    }

    /// <summary>These words change or leave out a paragraph marked by itself, so its writer has to look at the marks again.</summary>
    public bool Unsettles(string? text, bool whole) =>
        !whole
        && !IsWhole()
        && text is not null
        && Paragraphs.Any(p => p.Confidential && !Split(text).Contains(p.Text));

    /// <summary>Marks single paragraphs by their keys.</summary>
    public void Mark(IReadOnlySet<string> keys, DateTime at)
    {
        Mark(
            [
                .. Paragraphs
                    .Select((p, i) => (p.Key, Number: i + 1))
                    .Where(p => keys.Contains(p.Key))
                    .Select(p => p.Number),
            ],
            Paragraphs.Count
        );
        SavedAt = at;
    }

    private void Mark(int[] numbers, int of) =>
        Marked =
            numbers.Length > 0 && numbers.Length == of
                ? All
                : string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The numbers that are marked in other words: rather one too many than one too few.</summary>
    private int[] Carried(string text)
    {
        var before = Paragraphs;
        var after = Split(text);
        var marked = before.Where(p => p.Confidential).Select(p => p.Text).ToHashSet();
        var known = before.Select(p => p.Text).ToHashSet();
        var carried = new HashSet<int>(
            Enumerable.Range(0, after.Length).Where(i => marked.Contains(after[i]))
        );
        for (var i = 0; i < before.Count; i++)
        {
            if (!before[i].Confidential || after.Contains(before[i].Text))
                continue;
            if (i < after.Length && !known.Contains(after[i]))
                carried.Add(i);
            else
                carried.UnionWith(
                    Enumerable.Range(0, after.Length).Where(n => !known.Contains(after[n]))
                );
        }
        return [.. carried.Order().Select(i => i + 1)];
    }

    private static string[] Split(string text) =>
        text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
