namespace Foster.Web.Features.Documents;

/// <summary>The addresses of documents.</summary>
public static class DocumentLinks
{
    public const string Own = "/apply/documents";

    public static string OwnOne(Guid documentId) => $"{Own}/{documentId}";

    public static string OwnRemove(Guid fileId) => $"{Own}/files/{fileId}/remove";

    public static string OfCase(Guid caseId) => $"/staff/cases/{caseId}/documents";

    public static string Ask(Guid caseId) => OfCase(caseId) + "/ask";

    public static string One(Guid documentId) => $"/staff/documents/{documentId}";

    public static string Decide(Guid documentId) => One(documentId) + "/decide";

    public static string Remove(Guid fileId) => $"/staff/documents/files/{fileId}/remove";

    public static string File(Guid fileId) => $"/files/{fileId}";
}
