namespace Foster.Web.Features.Carers;

/// <summary>Every address of the feature.</summary>
public static class CarerLinks
{
    public const string Home = "/carer";
    public const string Agreement = "/carer/agreement";
    public const string History = "/carer/history";
    public const string Register = "/staff/carers";

    public static string Of(Guid caseId) => $"/staff/carers/{caseId}";

    public static string Supervisor(Guid caseId) => $"/staff/carers/{caseId}/supervisor";

    public static string SignFor(Guid caseId) => $"/staff/carers/{caseId}/agreement";

    public static string RegisterOf(Guid caseId) => $"/staff/carers/{caseId}/register";

    public static string Correct(Guid caseId, Guid entryId) =>
        $"/staff/carers/{caseId}/register/{entryId}";
}
