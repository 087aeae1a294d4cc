namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>The addresses about duplicates.</summary>
public static class DuplicateLinks
{
    public static string Case(Guid caseId) => $"/staff/enquiries/{caseId}";

    public static string Compare(Guid caseId, Guid otherCaseId) =>
        $"{Case(caseId)}/alike/{otherCaseId}";

    public static string Again(Guid caseId, Guid otherCaseId) =>
        $"{Compare(caseId, otherCaseId)}/again";

    public static string Undo(Guid caseId) => $"{Case(caseId)}/undo-merge";

    public static string Carried(Guid caseId, Guid carriedFactId) =>
        $"{Case(caseId)}/carried/{carriedFactId}";
}
