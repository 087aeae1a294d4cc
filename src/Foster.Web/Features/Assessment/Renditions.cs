using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Foster.Web.Features.Assessment;

/// <summary>Writes and reads the two copies of a report (R-ASSESS-15).</summary>
public static class Renditions
{
    public static ReportRendition Of(
        RenditionKind kind,
        AssessmentReport report,
        IReadOnlyList<PackDocument> documents,
        DateOnly on
    )
    {
        if (kind == RenditionKind.ApplicantCopy && documents.Any(d => d.Confidential))
            throw new InvalidOperationException("The applicant's copy holds nothing confidential.");
        var content = JsonSerializer.Serialize(documents);
        return new ReportRendition
        {
            CouncilId = report.CouncilId,
            CaseId = report.CaseId,
            Revision = report.Revision,
            Kind = kind,
            Content = content,
            Digest = DigestOf(content),
            StoredOn = on,
        };
    }

    public static IReadOnlyList<PackDocument> Read(string content) =>
        JsonSerializer.Deserialize<List<PackDocument>>(content) ?? [];

    public static string DigestOf(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>What the applicants read: the report by section and the proposed terms, and nothing of anybody else's.</summary>
    public static IReadOnlyList<PackDocument> ForApplicant(AssessmentReport report) =>
        [
            .. report.Sections.Select(s => new PackDocument(
                s.Rule.ToLowerInvariant(),
                s.Title,
                s.Text,
                false
            )),
            new PackDocument(
                "terms",
                "Proposed terms of approval",
                report.Terms?.InWords() ?? "",
                false
            ),
        ];

    /// <summary>What panel and decision maker read.</summary>
    public static IReadOnlyList<PackDocument> ForPanel(
        AssessmentReport report,
        IReadOnlyList<PackDocument> references,
        string checks
    ) =>
        [
            new PackDocument(
                "report",
                "Assessment report",
                "",
                false,
                [.. ForApplicant(report).Select(d => new PackPart(d.Key, d.Title, d.Text))]
            ),
            .. report.Annex.Length > 0
                ? new[] { new PackDocument("annex", "Confidential annex", report.Annex, true) }
                : [],
            .. references,
            new PackDocument("checks", "Summary of checks", checks, true),
        ];
}
