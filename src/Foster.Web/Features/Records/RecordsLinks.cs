namespace Foster.Web.Features.Records;

/// <summary>The addresses of the records officer.</summary>
public static class RecordsLinks
{
    public const string List = "/staff/records";
    public const string Certificates = "/staff/records/certificates";

    public static string Item(Guid id) => $"{List}/{id}";

    public static string Confirm(Guid id) => $"{List}/{id}/confirm";

    public static string Certificate(Guid id) => $"{Certificates}/{id}";

    public static string Access(Guid caseId) => $"/staff/cases/{caseId}/subject-access";

    public static string Access(Guid caseId, Guid accessId) => $"{Access(caseId)}/{accessId}";

    public static string AccessItem(Guid caseId, Guid accessId, Guid itemId) =>
        $"{Access(caseId, accessId)}/rows/{itemId}";

    /// <summary>Where applicants and carers ask for a copy of what is stored about them.</summary>
    public const string Own = "/account/your-data";

    public static string OwnFile(Guid accessId) => $"{Own}/{accessId}/file";

    public static string OwnWithdraw(Guid accessId) => $"{Own}/{accessId}/withdraw";

    public static string Hold(Guid caseId) => $"/staff/cases/{caseId}/hold";
}
