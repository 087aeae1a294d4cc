using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Connected;

/// <summary>The addresses of connected cases.</summary>
public static class ConnectedLinks
{
    public const string List = "/staff/connected";

    public static string One(Guid caseId) => $"{List}/{caseId}";

    public static string Contact(Guid caseId) => $"{List}/{caseId}/contact";

    public static string GoOn(Guid caseId) => $"{List}/{caseId}/assess";

    public static string Return(Guid caseId) => $"{List}/{caseId}/return";

    public static string End(Guid caseId) => $"{List}/{caseId}/end";

    public static string Show(ConnectedFilter filter, string? after = null) =>
        CaseLinks.With(
            List,
            ("show", filter == ConnectedFilter.Open ? null : filter.ToString().ToLowerInvariant()),
            ("after", after)
        );
}
