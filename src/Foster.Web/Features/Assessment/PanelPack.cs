namespace Foster.Web.Features.Assessment;

/// <summary>One document of the papers that panel and decision maker read.</summary>
/// <param name="Key">Such as report, annex, reference-1, checks, observations.</param>
/// <param name="Text">Plain paragraphs separated by an empty line.</param>
/// <param name="Confidential">Never shown to the applicant (R-ASSESS-15).</param>
public sealed record PackDocument(string Key, string Title, string Text, bool Confidential)
{
    /// <summary>What a paragraph begins with that is the heading of those after it.</summary>
    public const string Chapter = "## ";
}

/// <summary>The assessment as panel gets it, and who made it (for the separation of duties).</summary>
public sealed record PanelPack(
    Guid CaseId,
    IReadOnlyList<PackDocument> Documents,
    ApprovalTerms? ProposedTerms,
    IReadOnlyList<Guid> Assessors,
    IReadOnlyList<Guid> QualityCheckers
);
