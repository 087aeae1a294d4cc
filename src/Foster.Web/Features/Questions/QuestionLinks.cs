using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Questions;

/// <summary>The addresses of this feature.</summary>
public static class QuestionLinks
{
    public const string Queue = "/staff/questions";
    public const string Applicant = "/apply/questions";
    public const string Carer = "/carer/questions";

    /// <summary>Somebody's own questions, in their area.</summary>
    public static string Own(Role role) => role == Role.ApprovedCarer ? Carer : Applicant;

    public static string New(Role role) => $"{Own(role)}/new";

    public static string OwnOne(Role role, Guid id) => $"{Own(role)}/{id}";

    public static string One(Guid caseId, Guid id) => $"{CaseLinks.Case(caseId)}/questions/{id}";
}
