using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Messages;

/// <summary>The addresses of this feature.</summary>
public static class MessageLinks
{
    /// <summary>The words of all kinds of messages, for administrators.</summary>
    public const string Words = "/admin/messages";

    public static string WordsOf(string key) => $"{Words}/{key}";

    public static string Edit(string key) => $"{WordsOf(key)}/edit";

    public static string Test(string key) => $"{WordsOf(key)}/test";

    public static string Back(string key) => $"{WordsOf(key)}/back";

    public static string Of(Guid caseId) => $"{CaseLinks.Case(caseId)}/messages";

    public static string One(Guid caseId, Guid messageId) => $"{Of(caseId)}/{messageId}";

    public static string Again(Guid caseId, Guid messageId) => $"{One(caseId, messageId)}/again";
}
