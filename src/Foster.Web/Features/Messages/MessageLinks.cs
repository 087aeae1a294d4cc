using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Messages;

/// <summary>The addresses of this feature.</summary>
public static class MessageLinks
{
    public static string Of(Guid caseId) => $"{CaseLinks.Case(caseId)}/messages";

    public static string One(Guid caseId, Guid messageId) => $"{Of(caseId)}/{messageId}";

    public static string Again(Guid caseId, Guid messageId) => $"{One(caseId, messageId)}/again";
}
