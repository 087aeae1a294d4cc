namespace Foster.Web.Features.Assessment;

/// <summary>A part of a document, under a heading of its own.</summary>
/// <param name="Key">Such as s3-11 or reference-1; unique in its document.</param>
public sealed record PackPart(string Key, string Title, string Text);

/// <summary>One document of the papers that panel and decision maker read.</summary>
/// <param name="Key">Such as report, annex, reference-1, checks, observations.</param>
/// <param name="Text">Plain paragraphs separated by an empty line; empty where it has parts.</param>
/// <param name="Confidential">Never shown to the applicant (R-ASSESS-15).</param>
/// <param name="Parts">Its sections, each with a heading; null where it has none.</param>
public sealed record PackDocument(
    string Key,
    string Title,
    string Text,
    bool Confidential,
    IReadOnlyList<PackPart>? Parts = null
);

/// <summary>The assessment as panel gets it, and who made it (for the separation of duties).</summary>
public sealed record PanelPack(
    Guid CaseId,
    IReadOnlyList<PackDocument> Documents,
    ApprovalTerms? ProposedTerms,
    IReadOnlyList<Guid> Assessors,
    IReadOnlyList<Guid> QualityCheckers
);
