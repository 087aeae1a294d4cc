using Microsoft.AspNetCore.WebUtilities;

namespace Foster.Web.Features.Cases;

/// <summary>The addresses of the case pages.</summary>
public static class CaseLinks
{
    public const string Work = "/staff";
    public const string Team = "/staff/team";
    public const string Covers = "/staff/cover";
    public const string NewCover = Covers + "/new";
    public const string List = "/staff/cases";

    /// <summary>Restricted cases with too few people to hold them, for administrators.</summary>
    public const string Unheld = "/admin/restricted";

    public static string Case(Guid caseId) => $"{List}/{caseId}";

    public static string EndCover(Guid coverId) => $"{Covers}/{coverId}/end";

    /// <summary>Who may open a restricted case.</summary>
    public static string People(Guid caseId) => $"{Case(caseId)}/people";

    /// <summary>One worker's part; the cases without a worker where it is nobody's.</summary>
    public static string Worker(Guid? accountId, WorkPart? part = null, string? after = null) =>
        With(
            accountId is { } id ? $"{Team}/{id}" : $"{Team}/nobody",
            ("due", part?.ToString().ToLowerInvariant()),
            ("after", after)
        );

    public static string Letter(Guid letterId) => $"/staff/letters/{letterId}";

    /// <summary>The same page with these values in its query; empty ones are left out.</summary>
    public static string With(string path, params (string Name, string? Value)[] query) =>
        QueryHelpers.AddQueryString(
            path,
            query
                .Where(q => !string.IsNullOrEmpty(q.Value))
                .Select(q => KeyValuePair.Create(q.Name, q.Value))
        );
}
