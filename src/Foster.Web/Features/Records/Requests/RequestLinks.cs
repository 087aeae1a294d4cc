using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Records.Requests;

/// <summary>The addresses of requests from other services.</summary>
public static class RequestLinks
{
    public const string List = "/staff/records/requests-from-services";
    public const string New = List + "/new";

    public static string NewOf(Guid caseId) => $"{CaseLinks.Case(caseId)}/request-from-service";

    public static string Of(Guid recordsRequestId) => $"{List}/{recordsRequestId}";

    public static string Act(Guid recordsRequestId, string act) => $"{Of(recordsRequestId)}/{act}";
}
