namespace Foster.Web.Features.Enquiries.Nurturing;

/// <summary>The addresses of the nurture list.</summary>
public static class NurtureLinks
{
    public const string List = "/staff/enquiries/nurture";

    public static string Of(Guid caseId) => $"/staff/enquiries/{caseId}/nurture";

    public static string Log(Guid caseId) => $"{Of(caseId)}/contact";

    public static string Stop(Guid caseId) => $"{Of(caseId)}/stop";
}
