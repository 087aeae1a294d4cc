using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>One paragraph of a referee's report, and whether it is confidential (R-REF-05).</summary>
public sealed record RefereeParagraph(string Text, bool Confidential);

/// <summary>The interview with a referee and its written report (R-REF-01).</summary>
public sealed class RefereeInterview : ICaseOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid RefereeId { get; init; }
    public required DateOnly InterviewedOn { get; init; }

    /// <summary>The day the written report was there.</summary>
    public required DateOnly ReportedOn { get; init; }
    public required IReadOnlyList<RefereeParagraph> Paragraphs { get; init; }
    public required string InterviewedBy { get; init; }

    public string Text => string.Join("\n\n", Paragraphs.Select(p => p.Text));

    /// <summary>Splits a report at its empty lines; the numbers start with 1.</summary>
    public static IReadOnlyList<RefereeParagraph> Split(
        string report,
        bool whole,
        IReadOnlySet<int> confidential
    ) =>
        [
            .. report
                .ReplaceLineEndings("\n")
                .Split(
                    "\n\n",
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(
                    (text, i) => new RefereeParagraph(text, whole || confidential.Contains(i + 1))
                ),
        ];
}
